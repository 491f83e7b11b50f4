import { sql } from 'kysely'
import { countedBy } from '../../database/counted-by.js'
import type { Db, Trx } from '../../database/database.js'

/**
 * Ending an account altogether is for officers (product.md, rule 9): an administrator asks, and it becomes an officer's
 * task. There is one open request for an account, whoever asked.
 */
export interface AskForEnding {
  readonly accountId: string
  /** Where the person is or was, and the asker is appointed. */
  readonly organisationId: string
  readonly by: string
  readonly reason: string
}

/** One open request for an account; only of a living one, by whoever is appointed where the person is or was. */
export async function insertEndingRequest(trx: Trx, input: AskForEnding): Promise<string | undefined> {
  const { accountId, organisationId, by, reason } = input
  const { rows } = await sql<{ id: string }>`
    insert into ending_request (account_id, organisation_id, asked_by, reason)
    select account.id, organisation.id, asker.id, ${reason}
    from account, organisation, account asker
    where account.id = ${accountId} and account.ended_at is null
      and organisation.id = ${organisationId} and organisation.closed_at is null
      and asker.id = ${by} and asker.ended_at is null and asker.id <> account.id
      and exists (select from "grant" where account_id = account.id and organisation_id = organisation.id)
      and exists (select from appointment
        where account_id = asker.id and organisation_id = organisation.id and ended_at is null
          and portvakt_today() between valid_from and coalesce(valid_to, 'infinity'))
    on conflict (account_id) where decision is null do nothing
    returning id`.execute(trx)
  return rows[0]?.id
}

export async function selectOpenRequest(db: Db, accountId: string) {
  return await db
    .selectFrom('ending_request')
    .where('account_id', '=', accountId)
    .where('decision', 'is', null)
    .select([
      'id',
      'account_id as accountId',
      'organisation_id as organisationId',
      'asked_by as askedBy',
      'asked_at as askedAt',
      'reason',
    ])
    .executeTakeFirst()
}

/** True for one caller, and never about their own account. */
export async function markDecided(
  trx: Trx,
  input: {
    readonly which: { readonly requestId: string } | { readonly accountId: string }
    readonly by: string
    readonly decision: 'ended' | 'declined'
    readonly answer?: string
  },
) {
  const { which, by, decision, answer } = input
  return await trx
    .updateTable('ending_request')
    .set({ decision, decided_by: by, decided_at: sql<Date>`portvakt_now()`, answer: answer ?? null })
    .where((row) => ('requestId' in which ? row('id', '=', which.requestId) : row('account_id', '=', which.accountId)))
    .where('decision', 'is', null)
    .where('account_id', '<>', by)
    .returning(['id', 'account_id as accountId', 'organisation_id as organisationId'])
    .executeTakeFirst()
}

/** An open one is about the person: it goes on with their other account, unless that is asked about or asked itself. */
export async function moveRequest(
  trx: Trx,
  { accountId, to }: { readonly accountId: string; readonly to: string },
): Promise<void> {
  await sql`
    update ending_request set account_id = ${to}
    where account_id = ${accountId} and decision is null and asked_by <> ${to} and not exists (
      select from ending_request same where same.account_id = ${to} and same.decision is null)`.execute(trx)
}

export type WhichRequests =
  | { readonly id: string }
  | { readonly accountId: string }
  | { readonly isOpen: boolean; readonly atMost: number }

/** The oldest open one first, or the latest decided. Of a protected person no name. */
export async function selectRequests(db: Db, which: WhichRequests) {
  const nameOf = (person: 'person' | 'asking') =>
    sql<string | null>`case when not ${sql.ref(`${person}.has_protected_identity`)}
      then concat_ws(' ', ${sql.ref(`${person}.given_name`)}, ${sql.ref(`${person}.family_name`)}) end`
  return await db
    .selectFrom('ending_request as request')
    .innerJoin('organisation', 'organisation.id', 'request.organisation_id')
    .innerJoin('account', 'account.id', 'request.account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .innerJoin('account as asker', 'asker.id', 'request.asked_by')
    .innerJoin('person as asking', 'asking.id', 'asker.person_id')
    .select([
      'request.id',
      'request.account_id as accountId',
      'account.username',
      'request.asked_by as askedBy',
      'request.asked_at as askedAt',
      'request.reason',
      'request.decision',
      'request.decided_at as decidedAt',
      'request.answer',
      'organisation.name as organisation',
      nameOf('person').as('name'),
      nameOf('asking').as('asker'),
    ])
    .$if('id' in which, (found) => found.where('request.id', '=', 'id' in which ? which.id : ''))
    .$if('accountId' in which, (found) =>
      found.where('request.account_id', '=', 'accountId' in which ? which.accountId : ''),
    )
    .$if('isOpen' in which && which.isOpen, (found) => found.where('decision', 'is', null))
    .$if('isOpen' in which && !which.isOpen, (found) => found.where('decision', 'is not', null))
    .orderBy('request.decided_at', (order) => order.desc().nullsFirst())
    .orderBy('request.asked_at')
    .limit('atMost' in which ? which.atMost : 100)
    .execute()
}

export type RequestRow = Awaited<ReturnType<typeof selectRequests>>[number]

const isOldRequest = (before: string) =>
  sql<boolean>`decision is not null and decided_at < ${before}::date at time zone 'Europe/Stockholm'`

/** Decided before the day. */
export async function selectOldEndingRequests(db: Db, before: string) {
  return await db
    .selectFrom('ending_request')
    .where(isOldRequest(before))
    .select(countedBy('decided_at'))
    .executeTakeFirstOrThrow()
}

export async function deleteOldEndingRequests(db: Db, before: string, atMost: number): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('ending_request')
    .where('id', 'in', (old) => old.selectFrom('ending_request').select('id').where(isOldRequest(before)).limit(atMost))
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
