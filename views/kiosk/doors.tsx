import type { VNode } from 'preact'
import type { Text } from '../../src/text/text.js'
import { Door, type Path } from '../parts/link.js'
import { Notice } from '../parts/notice.js'

export interface DoorsProps {
  readonly text: Text
  readonly change: Path
  readonly forgot: Path
  /** Somebody came to a step that was not theirs and was led here. */
  readonly isStartingAgain: boolean
}

/** The two doors of the password kiosk. */
export const Doors = ({ text, change, forgot, isStartingAgain }: DoorsProps): VNode => (
  <>
    <h1 class="heading">{text.kiosk.title}</h1>
    {isStartingAgain && (
      <Notice kind="warning">
        <p>{text.kiosk.startAgain}</p>
      </Notice>
    )}
    <p class="preamble">{text.kiosk.doorsIntroduction}</p>
    <ul class="doors">
      <li>
        <Door to={change} name={text.kiosk.changeDoor} words={text.kiosk.changeDoorWords} />
      </li>
      <li>
        <Door to={forgot} name={text.kiosk.forgotDoor} words={text.kiosk.forgotDoorWords} />
      </li>
    </ul>
    <h2>{text.kiosk.forgotUsernameTitle}</h2>
    <p>{text.kiosk.forgotUsername}</p>
  </>
)
