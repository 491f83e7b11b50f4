import { sql, type Kysely } from 'kysely'
import { serviceRole } from './database.js'

/**
 * The role that serves requests. It belongs to the cluster, so another database of the same cluster may be making it
 * at this moment: whoever comes second finds it made.
 */
export async function makeServiceRole(db: Kysely<unknown>): Promise<void> {
  await sql`
    do $$
    begin
      if not exists (select from pg_roles where rolname = ${sql.lit(serviceRole)}) then
        create role ${sql.id(serviceRole)} nologin;
      end if;
    exception when duplicate_object or unique_violation then null;
    end $$`.execute(db)
  if (!(await mayServe(db))) await sql`grant ${sql.id(serviceRole)} to current_user`.execute(db)
}

/**
 * Whether who is connected may take the role. Up to PostgreSQL 15 a member may always; later, having made it is not
 * enough.
 */
export async function mayServe(db: Kysely<unknown>): Promise<boolean> {
  const { rows } = await sql`
    select from pg_roles where rolname = ${serviceRole} and pg_has_role(oid,
      case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end)`.execute(db)
  return rows.length > 0
}

interface Kept {
  /** Those that the code writes later than with the row; what is written once is refused by a trigger (0079). */
  readonly columns: readonly string[]
  /** No row of it is ever deleted. */
  readonly isKept: boolean
}

/**
 * Tables that tell who did what and when: the service adds rows, ends or decides them, and changes nothing else. A test
 * tries every other column.
 */
export const history: Readonly<Record<string, Kept>> = {
  grant: { columns: ['ended_at', 'ended_by', 'end_reason'], isKept: true },
  appointment: { columns: ['ended_at', 'ended_by', 'end_reason'], isKept: true },
  officer: { columns: ['ended_at'], isKept: true },
  assurance: {
    columns: [
      'decision',
      'decided_by',
      'decided_at',
      'reason',
      // When it is disposed of.
      'disposed_at',
      'signatory_name',
      'given_name',
      'family_name',
      'email',
      'street',
      'postal_code',
      'locality',
      'country',
      'personal_identity_number',
    ],
    isKept: true,
  },
  assurance_scan: { columns: [], isKept: false },
  account_ending: { columns: ['reason', 'reopened_at', 'reopened_by', 'reopen_reason'], isKept: true },
  permission_change: { columns: [], isKept: false },
  permission_request: {
    columns: ['account_id', 'answer', 'answered_at', 'answered_by', 'reason', 'grant_id'],
    isKept: false,
  },
  ending_request: { columns: ['account_id', 'decision', 'decided_by', 'decided_at', 'answer'], isKept: false },
  agency_contact: { columns: ['removed_at', 'removed_by'], isKept: true },
  former_email: { columns: ['told_at'], isKept: false },
  former_number: { columns: ['replaced_at'], isKept: false },
  disposal: { columns: ['removed', 'finished_at'], isKept: true },
  username_letter: {
    columns: [
      'printed_at',
      'posted_at',
      'posted_by',
      'returned_at',
      'returned_by',
      'withheld_at',
      'withheld_by',
      'withheld_why',
      'forwarded_to',
    ],
    isKept: false,
  },
}

/** What it may do: everything with rows, nothing with the schema; audit events are read and added, nothing else. */
export async function grantToServiceRole(db: Kysely<unknown>): Promise<void> {
  const role = sql.id(serviceRole)
  await db.transaction().execute(async (trx) => {
    await sql`revoke create on schema public from public, ${role}`.execute(trx)
    await grantOnSchema(trx, 'public')
    await sql`revoke update, delete on audit_event from ${role}`.execute(trx)
    for (const table of [
      'audit_head',
      'listed_person',
      'sought_account',
      'event_day',
      'audit_anchor',
      'kysely_migration',
      'kysely_migration_lock',
    ]) {
      await sql`revoke insert, update, delete on ${sql.table(table)} from ${role}`.execute(trx)
    }
    for (const [table, { columns, isKept }] of Object.entries(history)) {
      await sql`revoke update ${sql.raw(isKept ? ', delete' : '')} on ${sql.table(table)} from ${role}`.execute(trx)
      if (columns.length === 0) continue
      const named = sql.join(columns.map((column) => sql.ref(column)))
      await sql`grant update (${named}) on ${sql.table(table)} to ${role}`.execute(trx)
    }
    const { rows } = await sql`select from pg_namespace where nspname = 'pgboss'`.execute(trx)
    if (rows.length > 0) await grantOnSchema(trx, 'pgboss')
  })
}

const grantOnSchema = async (db: Kysely<unknown>, schema: string): Promise<void> => {
  const role = sql.id(serviceRole)
  const name = sql.id(schema)
  await sql`grant usage on schema ${name} to ${role}`.execute(db)
  await sql`grant select, insert, update, delete on all tables in schema ${name} to ${role}`.execute(db)
  await sql`grant usage on all sequences in schema ${name} to ${role}`.execute(db)
  await sql`grant execute on all functions in schema ${name} to ${role}`.execute(db)
}
