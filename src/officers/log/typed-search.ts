import type { Db } from '../../database/database.js'
import type { Text } from '../../text/text.js'
import type { Candidate } from './log.queries.js'
import {
  logAddress,
  readKind,
  readMoment,
  type LogField,
  type LogSearch,
  type Moment,
  type TypedSearch,
} from './search.js'
import { whichIsMeant, whoIsMeant, type Meant } from './who-is-meant.js'

export type ReadSearch =
  | { readonly kind: 'search'; readonly search: LogSearch }
  /** Several fit what was typed in a field: each with the search that means it. */
  | { readonly kind: 'which'; readonly field: Named; readonly choices: readonly Choice[] }
  | { readonly kind: 'mistaken'; readonly mistakes: readonly Mistake[] }
  /** Asks for a kind that no form of ours has. */
  | { readonly kind: 'strange' }

export interface Choice extends Candidate {
  readonly to: `/${string}`
}

export interface Mistake {
  readonly field: LogField
  readonly what: 'nobody' | 'tooManyPeople' | 'noOrganisation' | 'tooManyOrganisations' | 'wrongMoment'
}

type Named = 'om' | 'av' | 'organisation'

/** The form as it was filled in, made into a search in which everybody stands by their id. */
export async function readTyped(db: Db, typed: TypedSearch): Promise<ReadSearch> {
  const kind = readKind(typed.handelse)
  if (kind === 'strange') return { kind: 'strange' }
  const [from, to] = [readMoment((name) => typed[name], 'fran'), readMoment((name) => typed[name], 'till')]
  const meant = {
    om: await whoIsMeant(db, typed.om),
    av: await whoIsMeant(db, typed.av),
    organisation: await whichIsMeant(db, typed.organisation),
  }
  const mistakes = [
    ...named.flatMap((field) => mistakenIn(field, meant[field])),
    ...(from === 'strange' ? [{ field: 'fran', what: 'wrongMoment' } as const] : []),
    ...(to === 'strange' ? [{ field: 'till', what: 'wrongMoment' } as const] : []),
  ]
  if (mistakes.length > 0 || from === 'strange' || to === 'strange') return { kind: 'mistaken', mistakes }
  const search = searchFrom({ meant, kind, from, to })
  for (const field of named) {
    const one = meant[field]
    if (one.kind !== 'several') continue
    const choices = one.candidates.map(({ id, words }) => ({
      id,
      words,
      to: logAddress({ ...search, [places[field]]: id }),
    }))
    return { kind: 'which', field, choices }
  }
  return { kind: 'search', search }
}

/** What is wrong, by the field. */
export function whatIsWrong(text: Text, { what }: Mistake): string {
  return text.officers.log[what]
}

const named = ['om', 'av', 'organisation'] as const satisfies readonly Named[]
const places = { om: 'about', av: 'actor', organisation: 'organisation' } as const

interface Parts {
  readonly meant: Readonly<Record<Named, Meant>>
  readonly kind: LogSearch['kind'] | undefined
  readonly from: Moment | undefined
  readonly to: Moment | undefined
}

const searchFrom = ({ meant: { om, av, organisation }, kind, from, to }: Parts): LogSearch => ({
  ...(om.kind === 'one' && { about: om.id }),
  ...(av.kind === 'one' && { actor: av.id }),
  ...(organisation.kind === 'one' && { organisation: organisation.id }),
  ...(kind && { kind }),
  ...(from && { from }),
  ...(to && { to }),
})

const mistakenIn = (field: Named, { kind }: Meant): readonly Mistake[] => {
  const isPerson = field !== 'organisation'
  if (kind === 'nobody') return [{ field, what: isPerson ? 'nobody' : 'noOrganisation' }]
  if (kind === 'too-many') return [{ field, what: isPerson ? 'tooManyPeople' : 'tooManyOrganisations' }]
  return []
}
