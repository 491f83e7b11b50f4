import { assuranceForm } from './officers/assurance-form.js'
import { assurances } from './officers/assurances.js'
import { frame } from './officers/frame.js'
import { letters } from './officers/letters.js'
import { mails } from './officers/mails.js'
import { start } from './officers/start.js'

/** The words of `/handlaggning`, a file for each of its parts. */
export const officers = {
  assuranceForm,
  assurances,
  frame,
  letters,
  mails,
  start,
} as const
