import { agency } from '../../../../config/agency.js'
import { PdfDocument } from '../../../pdf/pdf-document.js'
import type { Language, Text } from '../../../text/text.js'
import type { PrintedLetter } from '../../../username-letters/username-letter.js'
import { writeCover } from './cover.js'
import { writeLetter } from './letter.js'

export interface Batch {
  readonly letters: readonly PrintedLetter[]
  readonly kiosk: string
  /** The officer's, for the list that covers the batch; each letter has its own. */
  readonly text: Text
  readonly language: Language
  /** How the day is written, in the language of each. */
  readonly dayIn: (language: Language) => string
}

/** One file to print: first the list that covers the batch, then the letters in its order, a sheet each. */
export async function batchPdf({ letters, kiosk, text, language, dayIn }: Batch): Promise<Buffer> {
  const { title } = text.officers.letters.cover
  const pdf = new PdfDocument({ title, language, author: agency.name[language] })
  writeCover(pdf, { letters, text, day: dayIn(language) })
  for (const letter of letters) {
    writeLetter(pdf, letter, { kiosk, day: dayIn(letter.language) })
    // Others are served between the sheets of a long batch.
    await new Promise((resolve) => void setImmediate(resolve))
  }
  return await pdf.close()
}
