import { sql } from 'kysely'
import type { Db } from '../../database/database.js'

export interface Tasks {
  readonly letters: number
  readonly assurances: number
  readonly endingRequests: number
  readonly withoutAdministrator: number
}

/** What waits for an officer, in numbers. */
export async function countTasks(db: Db): Promise<Tasks> {
  const { rows } = await sql<Tasks>`
    select
      (select count(*)::int from username_letter letter
        join account on account.id = letter.account_id and account.ended_at is null
        where letter.posted_at is null) as letters,
      (select count(*)::int from assurance where decision is null) as assurances,
      (select count(*)::int from ending_request where decision is null) as "endingRequests",
      (select count(*)::int from organisation
        where closed_at is null and reporting_method is not null and not exists (
          select from appointment
          join account on account.id = appointment.account_id and account.ended_at is null
          where appointment.organisation_id = organisation.id and appointment.ended_at is null
            and portvakt_today() between appointment.valid_from and coalesce(appointment.valid_to, 'infinity')
        )) as "withoutAdministrator"`.execute(db)
  return rows[0] ?? { letters: 0, assurances: 0, endingRequests: 0, withoutAdministrator: 0 }
}
