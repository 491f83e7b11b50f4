import { Paper, sheet } from '../../../paper/paper.js'
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
  const paper = new Paper({ title: words.title, language: 'sv', author: words.agency })
  paper.newSheet()
  const called = words.whose[whose?.kind ?? 'unknown']
  let y = head(paper, words.what(called.by, called.there))
  y = part(paper, { title: words.where(called.organisation), y }, (under) => where(paper, under, whose))
  y = part(paper, { title: words.who, y }, (under) => fields(paper, { x: left, y: under, width }, person))
  y = part(paper, { title: words.terms, y }, (under) => terms(paper, under))
  y = part(paper, { title: words.dutiesTitle, y }, (under) => duties(paper, under))
  part(paper, { title: words.promiseTitle(called.signatory), y }, (under) => promise(paper, under, called.there))
  foot(paper)
  return await paper.close()
}

const head = (paper: Paper, preamble: string): number => {
  paper.shade({ x: left, y: 12, width: 10, height: 1.2, ink: 'brand' })
  paper.write(words.agency, { tag: 'P', x: left, y: 14.5, width, size: 10, weight: 'bold', ink: 'brand' })
  const under = paper.write(words.title, { tag: 'H1', x: left, y: 23, width, size: 20, weight: 'bold', ink: 'brand' })
  return paper.write(preamble, { tag: 'P', x: left, y: under + 1, width, size: 10 }) + 3
}

const part = (
  paper: Paper,
  { title, y }: { readonly title: string; readonly y: number },
  write: (y: number) => number,
): number =>
  paper.within('Sect', () => {
    const under = paper.write(title, { tag: 'H2', x: left, y, width, size: 11.5, weight: 'bold', ink: 'brand' })
    return write(under + 0.6) + 3
  })

const where = (paper: Paper, y: number, whose: FormFor | undefined): number => {
  const called = words.whose[whose?.kind ?? 'unknown']
  return fields(paper, { x: left, y, width }, [
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

const terms = (paper: Paper, y: number): number => {
  const under = ticks(paper, { x: left, y, width }, [words.adds, words.replaces, words.replacesOne])
  return fields(paper, { x: left, y: under, width }, [
    [
      { label: words.replaced, share: 1 },
      { label: words.lastDay, share: 1 },
    ],
  ])
}

const duties = (paper: Paper, y: number): number =>
  paper.within('L', () =>
    words.duties.reduce(
      (at, duty) =>
        paper.within('LI', () => {
          paper.writeUnread('–', { x: left, y: at, width: 4, size: 9.5 })
          return paper.write(duty, { tag: 'LBody', x: left + 4, y: at, width: width - 4, size: 9.5, gap: 0.5 }) + 0.3
        }),
      y,
    ),
  )

const promise = (paper: Paper, y: number, there: string): number => {
  const under = paper.write(words.promise(there), { tag: 'P', x: left, y, width, size: 9.5, gap: 0.5 }) + 1.5
  return fields(paper, { x: left, y: under, width, height: 13.5 }, [
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

const foot = (paper: Paper): void => {
  const style = { tag: 'P', x: left, width, size: 8, ink: 'quiet', gap: 0.5 } as const
  paper.line({ x: left, y: 276, width, ink: 'faint' })
  const under = paper.write(words.send, { ...style, y: 277 })
  paper.write(words.privacy, { ...style, y: under })
}
