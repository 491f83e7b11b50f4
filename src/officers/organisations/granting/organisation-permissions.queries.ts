import { sql } from 'kysely'
import type { Db } from '../../../database/database.js'
import type { PauseReason } from '../../../permissions/grants/grant.js'

export interface HeldRow {
  readonly grantId: string
  readonly accountId: string
  readonly username: string
  /** Null when the person's identity is protected. */
  readonly name: string | null
  readonly service: string
  readonly sv: string
  readonly en: string
  readonly validFrom: string
  readonly validTo: string | null
  readonly pausedFrom: string | null
  readonly pausedTo: string | null
  readonly pauseReason: PauseReason | null
  readonly today: string
}

/** What people hold or will hold of these services at the organisation, by name. */
export async function selectHeld(
  db: Db,
  input: { readonly organisationId: string; readonly services: readonly string[] },
): Promise<readonly HeldRow[]> {
  const { rows } = await sql<HeldRow>`
    select held.id as "grantId", held.account_id as "accountId", account.username,
      case when not person.has_protected_identity then concat_ws(' ', person.given_name, person.family_name) end as name,
      held.service, service.name_sv as sv, service.name_en as en,
      held.valid_from as "validFrom", held.valid_to as "validTo", held.paused_from as "pausedFrom",
      held.paused_to as "pausedTo", held.pause_reason as "pauseReason", portvakt_today() as today
    from "grant" held
    join service on service.code = held.service
    join account on account.id = held.account_id and account.ended_at is null
    join person on person.id = account.person_id
    where held.organisation_id = ${input.organisationId} and held.service = any(${[...input.services]}::text[])
      and held.ended_at is null and coalesce(held.valid_to, 'infinity') >= portvakt_today()
    order by person.has_protected_identity, coalesce(person.family_name, person.given_name) collate "sv-x-icu",
      person.given_name collate "sv-x-icu" nulls first, service.name_sv, held.valid_from
    limit 500`.execute(db)
  return rows
}
