import { sql, type Kysely } from 'kysely'

/** When two accounts of one person become one, an appointment goes on in a row of its own on the same assurance. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table appointment drop constraint appointment_assurance_id_key`.execute(db)
  await sql`create unique index one_live_appointment_per_assurance on appointment (assurance_id)
    where ended_at is null`.execute(db)
  await sql`create index appointment_assurance on appointment (assurance_id) where assurance_id is not null`.execute(db)
}
