import { envelope } from '../../../../config/envelope.js'
import { sheet } from '../../../pdf/pdf-document.js'

export interface Area {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const { window } = envelope
/** A sheet that is folded once has room to slide: that far from the left edge, and that far from the upper one. */
const slack = { across: envelope.width - sheet.width, down: envelope.height - sheet.height / 2 }
const left = envelope.width - window.fromRight - window.width

/** What is seen through the window wherever the paper lies: there the address stands. */
export const alwaysSeen: Area = {
  left,
  top: window.fromTop,
  right: left + window.width - slack.across,
  bottom: window.fromTop + window.height - slack.down,
}

/** What may be seen when the paper slides: there nothing else stands. */
export const everSeen: Area = {
  left: left - slack.across,
  top: window.fromTop - slack.down,
  right: left + window.width,
  bottom: window.fromTop + window.height,
}
