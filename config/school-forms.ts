/** What a school teaches. A municipality has one form of its own, so that every rule can be told by form. */
export const schoolForms = {
  yrkeshogskola: { kind: 'school', sv: 'Yrkeshögskola', en: 'Higher vocational education' },
  'nationell-yrkesutbildning': {
    kind: 'school',
    sv: 'Nationell yrkesutbildning',
    en: 'National vocational education',
  },
  folkhogskola: { kind: 'school', sv: 'Folkhögskola', en: 'Folk high school' },
  komvux: { kind: 'school', sv: 'Komvux', en: 'Municipal adult education' },
  gymnasieskola: { kind: 'school', sv: 'Gymnasieskola', en: 'Upper secondary school' },
  hogskola: { kind: 'school', sv: 'Högskola eller universitet', en: 'University or university college' },
  'konst-och-kultur': { kind: 'school', sv: 'Konst- och kulturutbildning', en: 'Arts and culture education' },
  kommun: { kind: 'municipality', sv: 'Kommun', en: 'Municipality' },
} as const satisfies Readonly<
  Record<string, { readonly kind: 'school' | 'municipality'; readonly sv: string; readonly en: string }>
>

export type SchoolForm = keyof typeof schoolForms

/** By hand in the web pages, or by files from the school's own system. */
export const reportingMethods = ['web', 'file'] as const
export type ReportingMethod = (typeof reportingMethods)[number]
