import { sql } from 'kysely'
import type { Db, Trx } from '../../database/database.js'
import type { AskForEnding } from './ask-for-ending.js'

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
