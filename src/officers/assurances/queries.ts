import { sql } from 'kysely'
import type { Db } from '../../database/database.js'

/** What belongs to a paper besides what stands on it: the file, whom it replaces, and what has followed. */
export async function selectAround(db: Db, assuranceId: string) {
  return await db
    .selectFrom('assurance')
    .leftJoin('appointment', 'appointment.assurance_id', 'assurance.id')
    .leftJoin('account as replaced', 'replaced.id', 'assurance.replaces_account_id')
    .leftJoin('person as former', 'former.id', 'replaced.person_id')
    .where('assurance.id', '=', assuranceId)
    .select([
      'assurance.decided_at as decidedAt',
      'appointment.account_id as accountId',
      'appointment.valid_from as validFrom',
      'appointment.valid_to as validTo',
      'appointment.ended_at as endedAt',
      'appointment.end_reason as endReason',
      'replaced.id as replacedId',
      sql<boolean>`exists (select from assurance_scan scan where scan.assurance_id = assurance.id)`.as('hasScan'),
      sql<boolean>`coalesce(appointment.valid_to < portvakt_today(), false)`.as('isOver'),
      sql<string | null>`case when not former.has_protected_identity
        then former.given_name || ' ' || former.family_name end`.as('replacedName'),
      sql<boolean>`exists (select from password where password.account_id = appointment.account_id)`.as('hasPassword'),
      sql<Date | null>`(select max(event.at) from audit_event event
        where event.about_id = appointment.account_id and event.kind = 'mail-sent' and event.result = 'done'
          and event.details ->> 'letter' = 'one-time-password' and event.at >= assurance.decided_at)`.as('mailedAt'),
    ])
    .executeTakeFirst()
}

export type Around = NonNullable<Awaited<ReturnType<typeof selectAround>>>
