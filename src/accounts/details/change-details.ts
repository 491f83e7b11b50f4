import { record } from '../../audit/record.js'
import type { Db, Trx } from '../../database/database.js'
import { enqueueMail } from '../../delivery/enqueue-mail.js'
import type { Origin } from '../../context/origin.js'
import { updateContact, updateDetails } from '../accounts.queries.js'
import { differing, type Details } from './details.js'
import {
  holdDetails,
  insertFormerEmail,
  selectDetails,
  selectIsTheirs,
  type WhoseDetails,
} from './account-details.queries.js'
import type { ChangeDetails } from '../accounts.queries.js'

export type { ChangeDetails } from '../accounts.queries.js'

export type ChangedDetails =
  | { readonly kind: 'changed' }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'changed-meanwhile'; readonly now: VersionedDetails }
  /** It is the agency's to change. */
  | { readonly kind: 'not-theirs' }

export type VersionedDetails = Details & { readonly version: number }

export async function changeDetails(
  trx: Trx,
  input: ChangeDetails & { readonly organisationId?: string; readonly from: Origin },
): Promise<ChangedDetails> {
  const before = await selectDetails(trx, input.accountId)
  if (before === undefined) return { kind: 'not-theirs' }
  const fields = differing(before, input.details)
  if (before.version === input.version && fields.length === 0) return { kind: 'unchanged' }
  const changed = await updateDetails(trx, input)
  if (changed === undefined) return await whyNot(trx, input)
  const isByAgency = input.as === 'officer'
  await tellBoth(trx, { accountId: input.accountId, email: input.details.email, isByAgency }, changed.formerEmail)
  const { by, accountId, organisationId } = input
  await record(trx, input.from, {
    kind: 'details-changed',
    by,
    about: accountId,
    organisation: organisationId,
    details: { fields: fields.join(' ') },
  })
  return { kind: 'changed' }
}

export interface ChangeContact {
  readonly accountId: string
  /** What is left out stays as it is; names are changed by the operator's command only. */
  readonly contact: Partial<Details>
  /** Nobody when it is the operator's command. */
  readonly by?: string | undefined
  readonly organisationId?: string | undefined
  readonly from: Origin
}

/**
 * By an approved assurance or the operator's command, of anybody whose account lives: both e-mail addresses get a notice,
 * and the codes wait as after any other change.
 */
export async function changeContact(
  trx: Trx,
  { accountId, contact, by, organisationId, from }: ChangeContact,
): Promise<{ readonly kind: 'changed' | 'not-changed' }> {
  const before = await holdDetails(trx, accountId)
  const fields = before === undefined ? [] : differing(before, { ...before, ...contact })
  if (before === undefined || fields.length === 0) return { kind: 'not-changed' }
  const after = { ...before, ...contact }
  await updateContact(trx, { accountId, contact: after })
  await tellBoth(trx, { accountId, email: after.email, isByAgency: true }, before.email)
  await record(trx, from, {
    kind: 'details-changed',
    by,
    about: accountId,
    organisation: organisationId,
    details: { fields: fields.join(' ') },
  })
  return { kind: 'changed' }
}

/** For a page that shows them with a form, or says whom to call. Only a hint: the statement that changes decides. */
export async function mayChangeDetails(db: Db, whose: WhoseDetails): Promise<boolean> {
  return await selectIsTheirs(db, whose)
}

export async function detailsOf(db: Db, accountId: string): Promise<VersionedDetails | undefined> {
  return await selectDetails(db, accountId)
}

const whyNot = async (trx: Trx, input: ChangeDetails): Promise<ChangedDetails> => {
  const now = await selectDetails(trx, input.accountId)
  const mayChange = input.as === 'officer' ? now?.version !== input.version : await selectIsTheirs(trx, input)
  if (now === undefined || !mayChange) return { kind: 'not-theirs' }
  return { kind: 'changed-meanwhile', now }
}

interface NewEmail {
  readonly accountId: string
  readonly email: string | null
  readonly isByAgency: boolean
}

const tellBoth = async (trx: Trx, { accountId, email, isByAgency }: NewEmail, former: string | null): Promise<void> => {
  if (former === email) return
  const id = await insertFormerEmail(trx, { accountId, email: former, isByAgency })
  if (former !== null) await enqueueMail(trx, { kind: 'email-changed', id, to: 'former' })
  await enqueueMail(trx, { kind: 'email-changed', id, to: 'present' })
}
