import type { VNode } from 'preact'
import type { Text } from '../../src/text/text.js'
import { RefusalSummary } from '../parts/error-summary.js'
import { ButtonLink, type Path } from '../parts/link.js'

export interface CodeSpentProps {
  readonly text: Text
  readonly forgot: Path
  readonly code: string
}

/** The ordered one-time password is of no use any more, and no field asks for it. */
export const CodeSpent = ({ text, forgot, code }: CodeSpentProps): VNode => (
  <>
    <RefusalSummary title={text.kiosk.spentCodeTitle}>
      <p>{text.kiosk.spentCode}</p>
    </RefusalSummary>
    <h1 class="heading">{text.kiosk.codeTitle}</h1>
    <p>
      <ButtonLink to={forgot}>{text.kiosk.orderAgain}</ButtonLink>
    </p>
    <p class="small-print">{text.common.messageCode(code)}</p>
  </>
)
