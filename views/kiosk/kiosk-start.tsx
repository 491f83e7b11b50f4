import type { VNode } from 'preact'
import type { Text } from '../../src/text/text.js'
import { LinkCard, type Path } from '../parts/link.js'
import { Notice } from '../parts/notice.js'

export interface KioskStartProps {
  readonly text: Text
  readonly change: Path
  readonly forgot: Path
  /** Somebody came to a step that was not theirs and was led here. */
  readonly isStartingAgain: boolean
}

/** The start of the password kiosk: its two forms. */
export const KioskStart = ({ text, change, forgot, isStartingAgain }: KioskStartProps): VNode => (
  <>
    <h1 class="heading">{text.kiosk.title}</h1>
    {isStartingAgain && (
      <Notice kind="warning">
        <p>{text.kiosk.startAgain}</p>
      </Notice>
    )}
    <p class="preamble">{text.kiosk.startIntroduction}</p>
    <ul class="link-cards">
      <li>
        <LinkCard to={change} name={text.kiosk.changeLink} words={text.kiosk.changeLinkWords} />
      </li>
      <li>
        <LinkCard to={forgot} name={text.kiosk.forgotLink} words={text.kiosk.forgotLinkWords} />
      </li>
    </ul>
    <h2>{text.kiosk.forgotUsernameTitle}</h2>
    <p>{text.kiosk.forgotUsername}</p>
  </>
)
