import { sql } from 'kysely'
import type { Db } from '../../../database/database.js'

export interface AtStake {
  readonly people: number
  readonly grants: number
  readonly administrators: number
  readonly assurances: number
  readonly requests: number
}

/** What ends, or goes over, with the organisation. */
export async function countAtStake(db: Db, organisationId: string): Promise<AtStake> {
  const { rows } = await sql<AtStake>`
    with live as materialized (
      select account_id from "grant"
      where organisation_id = ${organisationId} and ended_at is null
        and coalesce(valid_to, 'infinity') >= portvakt_today())
    select
      (select count(distinct account_id)::int from live) as people,
      (select count(*)::int from live) as grants,
      (select count(*)::int from appointment where organisation_id = ${organisationId} and ended_at is null
        and coalesce(valid_to, 'infinity') >= portvakt_today()) as administrators,
      (select count(*)::int from assurance where organisation_id = ${organisationId} and decision is null) as assurances,
      (select count(*)::int from permission_request
        where organisation_id = ${organisationId} and answer is null) as requests`.execute(db)
  return rows[0] ?? { people: 0, grants: 0, administrators: 0, assurances: 0, requests: 0 }
}

/** Whether somebody holds a permission or an appointment there, or will. */
export async function isConcerned(
  db: Db,
  { accountId, organisationId }: { readonly accountId: string; readonly organisationId: string },
): Promise<boolean> {
  const { rows } = await sql<{ concerned: boolean }>`
    select exists (select from "grant" where account_id = ${accountId} and organisation_id = ${organisationId}
        and ended_at is null and coalesce(valid_to, 'infinity') >= portvakt_today())
      or exists (select from appointment where account_id = ${accountId} and organisation_id = ${organisationId}
        and ended_at is null and coalesce(valid_to, 'infinity') >= portvakt_today()) as concerned`.execute(db)
  return rows[0]?.concerned === true
}
