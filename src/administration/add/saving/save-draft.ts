import { namesFrom } from '../../../accounts/details/details.js'
import type { Trx } from '../../../database/database.js'
import { servicesAt } from '../../../permissions/services-at.js'
import type { Origin } from '../../../context/origin.js'
import { addPerson, type AddedPerson, type RefusedService } from '../add-person.js'
import { nextStep, type Draft, type Step } from '../draft.js'
import { lockDraft, markDraftSaved, selectDraft } from '../add-person.queries.js'
import { mistakesIn } from '../typed-person.js'

export type SavedDraft =
  | { readonly kind: 'saved' }
  /** Pressed twice, or in another tab: nothing is done a second time. */
  | { readonly kind: 'saved-before' }
  | { readonly kind: 'not-there' }
  /** Something has not been answered, or what was typed does not hold. */
  | { readonly kind: 'unfinished'; readonly step: Step }
  | { readonly kind: 'refused'; readonly services: readonly RefusedService[] }

/** *Spara*: all that was typed is judged again as a whole, and done once. The draft's id names the act. */
export async function saveDraft(
  trx: Trx,
  input: { readonly id: string; readonly by: string; readonly from: Origin },
): Promise<SavedDraft> {
  const whose = { id: input.id, typedBy: input.by }
  await lockDraft(trx, whose)
  const draft = await selectDraft(trx, whose)
  if (draft === undefined) return { kind: 'not-there' }
  if (draft.added !== undefined) return { kind: 'saved-before' }
  const step = await firstUnfinished(trx, draft, input.by)
  if (step !== undefined) return { kind: 'unfinished', step }
  const outcome = await addFrom(trx, draft, input)
  if (outcome.kind === 'refused') return outcome
  // Known a moment ago, and not now: they are asked about as a new person.
  if (outcome.kind === 'unknown-person') return { kind: 'unfinished', step: 'person' }
  await markDraftSaved(trx, { id: draft.id, accountId: outcome.accountId, isNew: outcome.isNew })
  return { kind: 'saved' }
}

const firstUnfinished = async (trx: Trx, draft: Draft, by: string): Promise<Step | undefined> => {
  const step = nextStep(draft)
  if (step !== 'summary') return step
  if (draft.known === undefined && draft.person !== undefined && mistakesIn(draft.person).length > 0) return 'person'
  const offered = await servicesAt(trx, { organisationId: draft.organisationId, by })
  const isTheirs = (service: string) => offered.some(({ code, isTheirs: theirs }) => theirs && code === service)
  return draft.services.every(({ service }) => isTheirs(service)) ? undefined : 'services'
}

const addFrom = async (
  trx: Trx,
  { id: act, number: personalIdentityNumber = '', known, person, organisationId, services: grants }: Draft,
  { by, from }: { readonly by: string; readonly from: Origin },
): Promise<AddedPerson> => {
  const {
    givenName = '',
    familyName = '',
    hasOneName = '',
    email = '',
    street = '',
    postalCode = '',
    locality = '',
    country,
  } = person ?? {}
  const details = known === undefined && {
    ...namesFrom({ givenName, familyName, hasOneName }),
    email,
    street,
    postalCode,
    locality,
    ...(country !== undefined && { country }),
  }
  return await addPerson(trx, { person: { personalIdentityNumber, ...details }, organisationId, grants, act, by, from })
}
