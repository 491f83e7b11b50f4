import type { VNode } from 'preact'
import type { Text } from '../../src/text/text.js'
import { ButtonLink, type Path } from '../parts/link.js'
import { Notice } from '../parts/notice.js'

export interface PasswordChangedProps {
  readonly text: Text
  /** Back to the sign-in that the person came from, or to the start page. */
  readonly next: { readonly to: Path; readonly label: string }
}

/** The end of every way through the kiosk. */
export const PasswordChanged = ({ text, next }: PasswordChangedProps): VNode => (
  <>
    <h1 class="heading">{text.kiosk.doneTitle}</h1>
    <Notice kind="success">
      <p>{text.kiosk.done}</p>
    </Notice>
    <p>
      <ButtonLink to={next.to}>{next.label}</ButtonLink>
    </p>
  </>
)
