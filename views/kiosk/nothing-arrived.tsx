import type { VNode } from 'preact'
import type { Text } from '../../src/text/text.js'

export interface OrderLimits {
  readonly perMinute: number
  readonly perHour: number
  readonly perDay: number
}

/** What to do when no mail comes. It says the same to everybody, and that is why it says all of it. */
export const NothingArrived = ({ text, limits }: { text: Text; limits: OrderLimits }): VNode => (
  <>
    <h2>{text.kiosk.noMailTitle}</h2>
    <ul>
      {text.kiosk.noMail.map((line) => (
        <li key={line}>{line}</li>
      ))}
      <li>{text.kiosk.orderLimits(limits.perMinute, limits.perHour, limits.perDay)}</li>
    </ul>
    <p>{text.kiosk.noAddress}</p>
  </>
)
