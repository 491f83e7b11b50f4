/** What a database lacks of the schema that this version has, in words: a backup may have come back only in part. */
import { CannotStart } from '../config.js'
import { postgresMajors } from './programs.js'
import type { FoundSchema, SchemaObject } from './schema-objects.js'

export interface SchemaDifferences {
  readonly missing: readonly string[]
  readonly changed: readonly string[]
  /** Rights of the service's role that it is not to have; other things of an operator's own are none of ours. */
  readonly excess: readonly string[]
}

const isRight = (name: string) => name.startsWith('right ')

/** With `rights: false`, before the service's role has been given any. */
export function compareSchema(
  { objects, major }: FoundSchema,
  expected: readonly SchemaObject[],
  { rights }: { readonly rights: boolean },
): SchemaDifferences {
  const found = new Map(objects.map((object) => [object.name, object]))
  const wanted = expected.filter(({ name }) => rights || !isRight(name))
  const names = new Set(expected.map(({ name }) => name))
  const missing = wanted.filter(({ name }) => !found.has(name))
  const missingNames = new Set(missing.map(({ name }) => name))
  const isGoneWithTable = ({ table }: SchemaObject) => table !== undefined && missingNames.has(`table ${table}`)
  const isOurs = ({ table }: SchemaObject) => table !== undefined && names.has(`table ${table}`)
  // A version that nobody has tried may put the same definition into other words.
  const isKnownVersion = postgresMajors.some((known) => known === major)
  return {
    missing: missing
      .filter((object) => !isGoneWithTable(object))
      .map(({ name }) => name)
      .toSorted(tablesFirst),
    changed: isKnownVersion ? wanted.filter((object) => isChanged(object, found)).map(({ name }) => name) : [],
    excess: rights
      ? objects
          .filter((object) => isRight(object.name) && isOurs(object) && !names.has(object.name))
          .map(({ name }) => name)
      : [],
  }
}

const isTable = (name: string) => name.startsWith('table ')

/** The rest stay in order of their names. */
const tablesFirst = (one: string, other: string) => Number(isTable(other)) - Number(isTable(one))

const isChanged = ({ name, definition }: SchemaObject, found: ReadonlyMap<string, SchemaObject>) =>
  found.has(name) && found.get(name)?.definition !== definition

export const restoreAgain =
  'A backup that did not come back whole is restored again into an empty database: docs/operate.md, "Backing up".'

/** @throws CannotStart when there is any difference. */
export function refuseDifferences({ missing, changed, excess }: SchemaDifferences): void {
  const sentences = [
    listed('The database lacks', missing),
    listed('Not as this version makes it:', changed),
    listed('The role of the service must not have:', excess),
  ].filter((sentence) => sentence !== undefined)
  if (sentences.length === 0) return
  throw new CannotStart(`${sentences.join(' ')} ${restoreAgain}`)
}

const mostNamed = 20

const listed = (beginning: string, names: readonly string[]): string | undefined => {
  if (names.length === 0) return undefined
  const rest = names.length > mostNamed ? `, and ${names.length - mostNamed} more` : ''
  return `${beginning} ${names.slice(0, mostNamed).join(', ')}${rest}.`
}
