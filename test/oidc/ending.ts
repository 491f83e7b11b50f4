import { sql } from 'kysely'
import type { TestApp } from '../support/app.js'

/** As when the administrator revokes all that somebody holds, or all of one service. */
export async function endGrantsOf({ owner }: TestApp, username: string, service?: string): Promise<void> {
  await sql`
    update "grant" set ended_at = portvakt_now(), end_reason = 'test'
    from account where account.id = "grant".account_id and account.username = ${username}
      and (${service ?? null}::text is null or "grant".service = ${service ?? null})`.execute(owner)
}
