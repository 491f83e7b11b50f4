/** What can be reported. The code stands in tokens and in the database and never changes; the names may. */
export const services = {
  studietider: { kind: 'school', sv: 'Studietider och utbildningar', en: 'Study periods and programmes' },
  studeranderapportering: { kind: 'school', sv: 'Studeranderapportering', en: 'Student reporting' },
  'studiestartsstod-ansoka': { kind: 'municipality', sv: 'Studiestartsstöd: ansöka', en: 'Study start grant: apply' },
  'studiestartsstod-budget': {
    kind: 'municipality',
    sv: 'Studiestartsstöd: se budget',
    en: 'Study start grant: see the budget',
  },
} as const satisfies Readonly<Record<string, Offered>>

interface Offered {
  readonly kind: 'school' | 'municipality'
  readonly sv: string
  readonly en: string
}

export type ServiceCode = keyof typeof services

/** The services of one kind of organisation. */
export type ServiceFor<Kind extends Offered['kind']> = {
  [Code in ServiceCode]: (typeof services)[Code]['kind'] extends Kind ? Code : never
}[ServiceCode]
