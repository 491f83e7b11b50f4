import { createAccount } from '../../../accounts/create-account.js'
import { holdByNumber } from '../../../accounts/find.js'
import type { Trx } from '../../../database/database.js'
import { today } from '../../../database/today.js'
import { enqueueMail } from '../../../delivery/enqueue-mail.js'
import { appoint } from '../../../organisations/appoint.js'
import type { Assurance } from '../../../organisations/assurances/assurance.js'
import {
  decideAssurance,
  findAssurance,
  hindranceTo,
  type DecidedAssurance,
} from '../../../organisations/assurances/decide-assurance.js'
import { replaceAppointments, type EndedAppointment } from '../../../organisations/end-appointments.js'
import { findOrganisationById } from '../../../organisations/find.js'
import { orderFirstLetter, orderLetterAfresh } from '../../../username-letters/order-letter.js'
import type { Origin } from '../../../context/origin.js'
import { resetAccess } from '../../accounts/actions/reset-access.js'
import { knownPerson, type KnownPerson } from './find-detail.js'

/**
 * What follows when another officer approves an assurance (product.md, "A school gets its administrator"), all of it in
 * one transaction: the account is created if there was none and its letter ordered, those who are replaced stop and
 * are told, and the appointment starts today. An account that was there already, and that one person alone may have
 * prepared, keeps no way in: its person chooses a new password (docs/decisions/0009).
 */
export type ApprovedAssurance =
  | { readonly kind: 'approved'; readonly accountId: string; readonly isNew: boolean; readonly replaced: number }
  /** The person's account has been ended: it must be opened again first, or the paper rejected. */
  | { readonly kind: 'account-ended' }
  /** It was closed, or the last day passed, after the paper was registered. */
  | { readonly kind: 'cannot-start' }
  /** The number is somebody's who is called something else here, and the officer has not said that it is them. */
  | { readonly kind: 'other-name' }
  /** The account administers something by a paper that bore another number: nothing says that it is this person's. */
  | { readonly kind: 'number-changed' }
  | Exclude<DecidedAssurance, { kind: 'decided' }>

interface Action {
  readonly by: string
  readonly from: Origin
}

export async function approveAssurance(
  trx: Trx,
  input: Action & { readonly assuranceId: string; readonly isSamePerson?: boolean },
): Promise<ApprovedAssurance> {
  const hindrance = await hindranceTo(trx, { ...input, decision: 'approved' })
  const assurance = await findAssurance(trx, input.assuranceId)
  if (hindrance !== undefined) return hindrance
  if (assurance === undefined) return { kind: 'not-there' }
  await holdByNumber(trx, assurance.appointed.personalIdentityNumber)
  const known = await knownPerson(trx, assurance.appointed)
  if (known?.isEnded === true) return { kind: 'account-ended' }
  const isOpen = (await findOrganisationById(trx, assurance.organisationId))?.isClosed === false
  const isOver = assurance.lastDay !== undefined && assurance.lastDay < (await today(trx))
  if (!isOpen || isOver) return { kind: 'cannot-start' }
  if (known?.hasOtherName === true && input.isSamePerson !== true) return { kind: 'other-name' }
  if (known?.standing === 'number-changed') return { kind: 'number-changed' }
  const decided = await decideAssurance(trx, { ...input, decision: 'approved' })
  return decided.kind === 'decided' ? await start(trx, decided.assurance, { ...input, known }) : decided
}

interface Start extends Action {
  readonly known: KnownPerson | undefined
}

const start = async (trx: Trx, assurance: Assurance, { by, from, known }: Start): Promise<ApprovedAssurance> => {
  const { organisationId, appointed, lastDay } = assurance
  const created = await createAccount(trx, { person: appointed, by, from })
  // Only a username that somebody wished for can be taken.
  if (created.kind === 'username-taken') throw new Error('A drawn username was taken.')
  const { accountId } = created
  if (known?.accountId !== (created.kind === 'known' ? accountId : undefined))
    throw new Error('Somebody else gave the number to an account while the assurance was approved.')
  const { email, street, postalCode, locality, country } = appointed
  const contact = { email, street, postalCode, locality, country }
  const isReset = known?.standing === 'nobodys'
  const why = { why: 'assurance', assurance: assurance.id } as const
  if (isReset) await resetAccess(trx, { accountId, contact, why, by, organisationId, from })
  const ended: EndedAppointment[] = []
  for (const whose of replacedBy(assurance, accountId)) {
    ended.push(...(await replaceAppointments(trx, { organisationId, ...whose, by, from })))
  }
  const outcome = await appoint(trx, {
    accountId,
    organisationId,
    validFrom: await today(trx),
    ...(lastDay !== undefined && { validTo: lastDay }),
    assuranceId: assurance.id,
    by,
    from,
  })
  if (outcome.kind !== 'appointed') throw new Error(`An approved assurance started no appointment: ${outcome.kind}.`)
  await (isReset ? orderLetterAfresh : orderFirstLetter)(trx, { accountId, by, from })
  await enqueueMail(trx, { kind: 'appointment-started', accountId, organisationId })
  const replaced = ended.filter((one) => one.accountId !== accountId)
  for (const one of replaced)
    await enqueueMail(trx, { kind: 'appointment-ended', accountId: one.accountId, organisationId })
  return { kind: 'approved', accountId, isNew: created.kind === 'created', replaced: replaced.length }
}

/** Whose appointments end: everybody's, the one's who is named, and always the person's own former one. */
const replacedBy = ({ effect, replaces }: Assurance, accountId: string): readonly { readonly accountId?: string }[] => {
  if (effect === 'adds') return [{ accountId }]
  return replaces === undefined ? [{}] : [{ accountId: replaces }, { accountId }]
}
