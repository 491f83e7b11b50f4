/** One row of a file of people, as it was typed, and under which heading. Nothing is judged yet. */
export interface TypedRow {
  readonly row: number
  readonly fields: Readonly<Record<Field, string>>
  /** What stands in each service's own column, by the code of the service. */
  readonly services: Readonly<Record<string, string>>
  /** Something stands to the right of the last heading. */
  readonly isTooWide: boolean
}

/** The template's columns before and after those of the services. */
export const personFields = [
  'number',
  'givenName',
  'familyName',
  'email',
  'street',
  'postalCode',
  'locality',
  'country',
] as const
export const dayFields = ['from', 'to'] as const
export const fields = [...personFields, ...dayFields] as const

export type Field = (typeof fields)[number]

/** As the database keeps it. */
export function writeTyped({ fields: typed, services, isTooWide }: TypedRow): string {
  return JSON.stringify({ fields: typed, services, isTooWide })
}

export function readTyped(row: number, stored: Readonly<Record<string, unknown>>): TypedRow {
  const typed = textsIn(stored['fields'])
  const [number, givenName, familyName, email, street, postalCode, locality, country, from, to] = fields.map(
    (field) => typed[field] ?? '',
  )
  return {
    row,
    fields: {
      number: number ?? '',
      givenName: givenName ?? '',
      familyName: familyName ?? '',
      email: email ?? '',
      street: street ?? '',
      postalCode: postalCode ?? '',
      locality: locality ?? '',
      country: country ?? '',
      from: from ?? '',
      to: to ?? '',
    },
    services: textsIn(stored['services']),
    isTooWide: stored['isTooWide'] === true,
  }
}

const textsIn = (stored: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(typeof stored === 'object' && stored !== null ? stored : {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )
