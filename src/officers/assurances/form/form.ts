import { PdfDocument, sheet } from '../../../pdf/pdf-document.js'
import { assuranceForm as words } from '../../../text/sv/assurance-form.js'
import { fields, ticks, type Field } from './fields.js'

/** For whom the form is printed, as far as it is known; without it, everything is left to be written by hand. */
export interface FormFor {
  readonly kind: 'school' | 'municipality'
  readonly name: string
  readonly code: string
  /** On one line. */
  readonly address: string
}

const left = 20
const width = sheet.width - 2 * left

/** *Försäkran om hantering av behörighet*, one sheet: filled in with what is known, ready to be filled in and signed. */
export async function assuranceFormPdf(whose: FormFor | undefined): Promise<Buffer> {
  const pdf = new PdfDocument({ title: words.title, language: 'sv', author: words.agency })
  pdf.newSheet()
  const called = words.whose[whose?.kind ?? 'unknown']
  let y = head(pdf, words.what(called.by, called.there))
  y = part(pdf, { title: words.where(called.organisation), y }, (under) => where(pdf, under, whose))
  y = part(pdf, { title: words.who, y }, (under) => fields(pdf, { x: left, y: under, width }, person))
  y = part(pdf, { title: words.terms, y }, (under) => terms(pdf, under))
  y = part(pdf, { title: words.dutiesTitle, y }, (under) => duties(pdf, under))
  part(pdf, { title: words.promiseTitle(called.signatory), y }, (under) => promise(pdf, under, called.there))
  foot(pdf)
  return await pdf.close()
}

const head = (pdf: PdfDocument, preamble: string): number => {
  pdf.shade({ x: left, y: 12, width: 10, height: 1.2, ink: 'brand' })
  pdf.write(words.agency, { tag: 'P', x: left, y: 14.5, width, size: 10, weight: 'bold', ink: 'brand' })
  const under = pdf.write(words.title, { tag: 'H1', x: left, y: 23, width, size: 20, weight: 'bold', ink: 'brand' })
  return pdf.write(preamble, { tag: 'P', x: left, y: under + 1, width, size: 10 }) + 3
}

const part = (
  pdf: PdfDocument,
  { title, y }: { readonly title: string; readonly y: number },
  write: (y: number) => number,
): number =>
  pdf.within('Sect', () => {
    const under = pdf.write(title, { tag: 'H2', x: left, y, width, size: 11.5, weight: 'bold', ink: 'brand' })
    return write(under + 0.6) + 3
  })

const where = (pdf: PdfDocument, y: number, whose: FormFor | undefined): number => {
  const called = words.whose[whose?.kind ?? 'unknown']
  return fields(pdf, { x: left, y, width }, [
    [
      { label: words.name, share: 5, value: whose?.name },
      { label: called.code, share: 2, value: whose?.code },
    ],
    [{ label: words.address, share: 1, value: whose?.address }],
  ])
}

const person: readonly (readonly Field[])[] = [
  [
    { label: words.givenName, share: 1 },
    { label: words.familyName, share: 1 },
  ],
  [
    { label: words.personnummer, share: 1 },
    { label: words.email, share: 1 },
  ],
  [
    { label: words.street, share: 1 },
    { label: words.postalCode, share: 1 },
  ],
]

const terms = (pdf: PdfDocument, y: number): number => {
  const under = ticks(pdf, { x: left, y, width }, [words.adds, words.replaces, words.replacesOne])
  return fields(pdf, { x: left, y: under, width }, [
    [
      { label: words.replaced, share: 1 },
      { label: words.lastDay, share: 1 },
    ],
  ])
}

const duties = (pdf: PdfDocument, y: number): number =>
  pdf.within('L', () =>
    words.duties.reduce(
      (at, duty) =>
        pdf.within('LI', () => {
          pdf.writeUnread('–', { x: left, y: at, width: 4, size: 9.5 })
          return pdf.write(duty, { tag: 'LBody', x: left + 4, y: at, width: width - 4, size: 9.5, gap: 0.5 }) + 0.3
        }),
      y,
    ),
  )

const promise = (pdf: PdfDocument, y: number, there: string): number => {
  const under = pdf.write(words.promise(there), { tag: 'P', x: left, y, width, size: 9.5, gap: 0.5 }) + 1.5
  return fields(pdf, { x: left, y: under, width, height: 13.5 }, [
    [
      { label: words.signature, share: 5 },
      { label: words.date, share: 2 },
    ],
    [
      { label: words.printedName, share: 1 },
      { label: words.telephone, share: 1 },
    ],
  ])
}

const foot = (pdf: PdfDocument): void => {
  const style = { tag: 'P', x: left, width, size: 8, ink: 'quiet', gap: 0.5 } as const
  pdf.line({ x: left, y: 276, width, ink: 'faint' })
  const under = pdf.write(words.send, { ...style, y: 277 })
  pdf.write(words.privacy, { ...style, y: under })
}
