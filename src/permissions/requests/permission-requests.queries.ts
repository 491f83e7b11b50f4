import { sql } from 'kysely'
import { countedBy } from '../../database/counted-by.js'
import type { Db, Trx } from '../../database/database.js'
import type { Language } from '../../text/text.js'
import { appointed, given } from '../permissions.queries.js'
import { mostOpen } from './request.js'

export interface AskForPermission {
  readonly accountId: string
  readonly organisationId: string
  readonly service: string
  /** Why, in the asker's words; they may be empty. */
  readonly words: string
}

const isGivenThere = sql<boolean>`exists (
  select from organisation_school_form form
  join administered_by rule on rule.school_form = form.school_form
    and rule.reporting_method = organisation.reporting_method
    and rule.service = service.code and rule.administrator = 'local'
  where form.organisation_id = organisation.id)`

const isHeld = (accountId: string) => sql<boolean>`exists (
  select from "grant" held
  where held.account_id = ${accountId} and held.organisation_id = organisation.id and held.service = service.code
    and held.ended_at is null and held.valid_from <= portvakt_today() and held.valid_to is null
    and held.paused_from is null)`

/**
 * What an open organisation can report, which of it the organisation's own administrator gives (rule 1), and which the
 * account holds already without an end in sight.
 */
export async function selectOffered(
  db: Db,
  { accountId, organisationId }: { readonly accountId: string; readonly organisationId: string },
) {
  return await db
    .selectFrom('organisation')
    .innerJoin('service', 'service.organisation_kind', 'organisation.kind')
    .where('organisation.id', '=', organisationId)
    .where('organisation.closed_at', 'is', null)
    .select(['service.code', 'service.name_sv as sv', 'service.name_en as en'])
    .select([isGivenThere.as('isLocal'), isHeld(accountId).as('isHeld')])
    .orderBy('service.name_sv')
    .execute()
}

/** One open request for each account, organisation and service, and not too many in all. */
export async function insertRequest(trx: Trx, input: AskForPermission): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    insert into permission_request (account_id, organisation_id, service, words)
    select account.id, organisation.id, service.code, ${input.words}
    from account, organisation join service on service.organisation_kind = organisation.kind
    where account.id = ${input.accountId} and account.ended_at is null
      and organisation.id = ${input.organisationId} and organisation.closed_at is null
      and service.code = ${input.service}
      and (select count(*) from permission_request open where open.account_id = account.id and open.answer is null)
        < ${mostOpen}
    on conflict (account_id, organisation_id, service) where answer is null do nothing
    returning id`.execute(trx)
  return rows[0]?.id
}

export async function isAskedFor(db: Db, { accountId, organisationId, service }: AskForPermission): Promise<boolean> {
  const row = await db
    .selectFrom('permission_request')
    .where('account_id', '=', accountId)
    .where('organisation_id', '=', organisationId)
    .where('service', '=', service)
    .where('answer', 'is', null)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

/** True for one caller: the request was open, and whoever answers is appointed there and is not the one who asked. */
export async function markAnswered(
  trx: Trx,
  input: {
    readonly requestId: string
    readonly by: string
    readonly answer: 'granted' | 'declined'
    readonly reason?: string
    readonly grantId?: string
  },
): Promise<boolean> {
  const { requestId, by, answer, reason, grantId } = input
  const row = await trx
    .updateTable('permission_request')
    .set({ answer, answered_at: now, answered_by: by, reason: reason ?? null, grant_id: grantId ?? null })
    .where('permission_request.id', '=', requestId)
    .where('answer', 'is', null)
    .where('account_id', '<>', by)
    .where(appointed({ accountId: given(by), organisationId: sql.ref('permission_request.organisation_id') }))
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Their own, while it is open. */
export async function markWithdrawn(trx: Trx, { requestId, accountId }: { requestId: string; accountId: string }) {
  return await trx
    .updateTable('permission_request')
    .set({ answer: 'withdrawn', answered_at: now, answered_by: accountId })
    .where('id', '=', requestId)
    .where('account_id', '=', accountId)
    .where('answer', 'is', null)
    .returning(['organisation_id as organisationId', 'service'])
    .executeTakeFirst()
}

/** The open ones of an account that has ended, by the officer who ended it. */
export async function markDeclinedOf(
  trx: Trx,
  { accountId, by, reason }: { readonly accountId: string; readonly by: string; readonly reason: string },
) {
  return await trx
    .updateTable('permission_request')
    .set({ answer: 'declined', answered_at: now, answered_by: by, reason })
    .where('account_id', '=', accountId)
    .where('answer', 'is', null)
    .returning(['id', 'organisation_id as organisationId', 'service'])
    .execute()
}

/**
 * The open ones at an organisation that has closed, each with the reason in the language of who asked. The officer's own
 * is withdrawn: nobody answers what they have asked for.
 */
export async function markDeclinedAt(
  trx: Trx,
  input: { readonly organisationId: string; readonly by: string; readonly reasons: Readonly<Record<Language, string>> },
) {
  const { organisationId, by, reasons } = input
  const { rows } = await sql<{ id: string; accountId: string; service: string; answer: 'declined' | 'withdrawn' }>`
    update permission_request request set answered_at = ${now}, answered_by = ${by},
      answer = case when account.id = ${by} then 'withdrawn' else 'declined' end,
      reason = case when account.id = ${by} then null when person.language = 'en' then ${reasons.en}
        else ${reasons.sv} end
    from account join person on person.id = account.person_id
    where account.id = request.account_id and request.organisation_id = ${organisationId} and request.answer is null
    returning request.id, request.account_id as "accountId", request.service, request.answer`.execute(trx)
  return rows
}

/** The open ones go on with another account of the same person, unless that has asked for the same. */
export async function moveRequests(
  trx: Trx,
  { accountId, to }: { readonly accountId: string; readonly to: string },
): Promise<void> {
  await sql`
    update permission_request request set account_id = ${to}
    where account_id = ${accountId} and answer is null and not exists (
      select from permission_request same where same.account_id = ${to} and same.answer is null
        and same.organisation_id = request.organisation_id and same.service = request.service)`.execute(trx)
}

const now = sql<string>`portvakt_now()`

export type RequestSearch =
  | { readonly id: string }
  | { readonly accountId: string }
  | { readonly organisationIds: readonly string[] }

/** The open ones first, then the latest answered. What was taken back is for nobody but who asked. */
export async function selectRequests(db: Db, search: RequestSearch) {
  return await db
    .selectFrom('permission_request as request')
    .innerJoin('organisation', 'organisation.id', 'request.organisation_id')
    .innerJoin('service', 'service.code', 'request.service')
    .innerJoin('account', 'account.id', 'request.account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .leftJoin('account as answerer', 'answerer.id', 'request.answered_by')
    .leftJoin('person as answering', 'answering.id', 'answerer.person_id')
    .select([
      'request.id',
      'request.account_id as accountId',
      'organisation.id as organisationId',
      'organisation.name as organisation',
      'service.code',
      'service.name_sv as sv',
      'service.name_en as en',
      'request.words',
      'request.asked_at as askedAt',
      'request.answer',
      'request.answered_at as answeredAt',
      'request.reason',
      sql<string | null>`case when not person.has_protected_identity
        then concat_ws(' ', person.given_name, person.family_name) end`.as('name'),
      sql<string | null>`case when not person.has_protected_identity then person.email end`.as('email'),
      sql<string | null>`case when not answering.has_protected_identity
        then concat_ws(' ', answering.given_name, answering.family_name) end`.as('answeredBy'),
    ])
    .$if('id' in search, (found) => found.where('request.id', '=', 'id' in search ? search.id : ''))
    .$if('accountId' in search, (found) =>
      found.where('request.account_id', '=', 'accountId' in search ? search.accountId : ''),
    )
    .$if('organisationIds' in search, (found) =>
      found
        .where('request.organisation_id', 'in', 'organisationIds' in search ? [...search.organisationIds] : [])
        .where((where) => where.or([where('answer', 'is', null), where('answer', '<>', 'withdrawn')]))
        .where((where) => where.or([where('answer', 'is not', null), where('account.ended_at', 'is', null)])),
    )
    .orderBy(sql`request.answer is not null`)
    .orderBy(sql`coalesce(request.answered_at, request.asked_at)`, 'desc')
    .limit(100)
    .execute()
}

const isOldRequest = (before: string) =>
  sql<boolean>`answer is not null and answered_at < ${before}::date at time zone 'Europe/Stockholm'`

/** Answered before the day. */
export async function selectOldRequests(db: Db, before: string) {
  return await db
    .selectFrom('permission_request')
    .where(isOldRequest(before))
    .select(countedBy('answered_at'))
    .executeTakeFirstOrThrow()
}

export async function deleteOldRequests(db: Db, before: string, atMost: number): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('permission_request')
    .where('id', 'in', (old) =>
      old.selectFrom('permission_request').select('id').where(isOldRequest(before)).limit(atMost),
    )
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
