import { sql } from 'kysely'
import type { TestHouse } from '../support/house.js'

/** As when the administrator revokes all that somebody holds. */
export async function endGrantsOf({ owner }: TestHouse, username: string): Promise<void> {
  await sql`
    update "grant" set ended_at = portvakt_now(), end_reason = 'test'
    from account where account.id = "grant".account_id and account.username = ${username}`.execute(owner)
}
