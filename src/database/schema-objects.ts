/**
 * The schema that a database has: each table, column, constraint, index, trigger, function and right of the service's
 * role, with its definition in PostgreSQL's own words. The search path is empty while they are read, so that the words
 * are the same whatever it is otherwise. Constraints "not null" stand with their columns: only PostgreSQL 18 lists them.
 */
import { sql, type Kysely } from 'kysely'
import { serviceRole } from './database.js'

export interface SchemaObject {
  /** What it is and its name: `column public.account.id`. */
  readonly name: string
  readonly definition: string
  /** The table that it belongs to and is gone with. */
  readonly table: string | undefined
}

export interface FoundSchema {
  readonly objects: readonly SchemaObject[]
  /** The server's major version. */
  readonly major: string
}

/** Reads in a transaction of its own. The service's role must be there. */
export async function readSchema<Tables>(db: Kysely<Tables>): Promise<FoundSchema> {
  return await db.transaction().execute(async (trx) => {
    await sql`set local search_path = ''`.execute(trx)
    const { rows } = await schemaObjects.execute(trx)
    const objects = rows.map(({ name, definition, table }) => ({
      name,
      definition: withoutParentheses(definition),
      table: table ?? undefined,
    }))
    const version = await sql<{ major: string }>`
      select (current_setting('server_version_num')::int / 10000)::text as major`.execute(trx)
    // In one order whatever the collation of the database.
    return {
      objects: objects.toSorted((one, other) => (one.name < other.name ? -1 : 1)),
      major: version.rows[0]?.major ?? '',
    }
  })
}

/** A restored expression has others than the one that was written: `(a or b) or c` has become `a or b or c`. */
const withoutParentheses = (definition: string) => definition.replaceAll(/[\s()]+/g, ' ').trim()

interface Row {
  readonly name: string
  readonly definition: string
  readonly table: string | null
}

const schemaObjects = sql<Row>`
  with
    schema as (select oid, nspname from pg_namespace where nspname in ('public', 'pgboss')),
    relation as (
      select class.*, format('%I.%I', nspname, relname) as name, relkind in ('r', 'p') as is_table
      from pg_class class join schema on schema.oid = relnamespace
      where not exists (select from pg_depend where objid = class.oid and classid = 'pg_class'::regclass and deptype = 'e')
        -- Those of a day, which come and go.
        and relname !~ '^queue_stats_\\d{8}'),
    kept_table as (select * from relation where is_table),
    routine as (
      select proc.*, format('%I.%I(%s)', nspname, proname, pg_get_function_identity_arguments(proc.oid)) as name
      from pg_proc proc join schema on schema.oid = pronamespace
      where not exists (select from pg_depend where objid = proc.oid and classid = 'pg_proc'::regclass and deptype = 'e'))
  select 'extension ' || extname as name, '' as definition, null as table from pg_extension where extname <> 'plpgsql'
  union all
  select 'type ' || format('%I.%I', nspname, typname), string_agg(enumlabel, ', ' order by enumsortorder), null
  from pg_type join schema on schema.oid = typnamespace join pg_enum on enumtypid = pg_type.oid group by 1
  union all
  select 'table ' || name, case relkind when 'p' then pg_get_partkeydef(oid) else '' end, null from kept_table
  union all
  select 'sequence ' || name, format_type(seqtypid, null), null from relation join pg_sequence on seqrelid = oid
  union all
  select 'column ' || kept_table.name || '.' || quote_ident(attname),
    concat_ws(' ', format_type(atttypid, atttypmod),
      case when attcollation <> typcollation then 'collate ' || (select collname from pg_collation where oid = attcollation) end,
      case when attnotnull then 'not null' end,
      case attgenerated when 's' then 'generated' else case when adbin is not null then 'default' end end,
      pg_get_expr(adbin, adrelid)),
    kept_table.name
  from kept_table
  join pg_attribute on attrelid = kept_table.oid and attnum > 0 and not attisdropped
  join pg_type on pg_type.oid = atttypid
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  union all
  select 'constraint ' || kept_table.name || '.' || quote_ident(conname), pg_get_constraintdef(pg_constraint.oid), kept_table.name
  from kept_table join pg_constraint on conrelid = kept_table.oid where contype in ('c', 'f', 'p', 'u', 'x')
  union all
  select 'index ' || relation.name, pg_get_indexdef(indexrelid), kept_table.name
  from kept_table join pg_index on indrelid = kept_table.oid join relation on relation.oid = indexrelid
  where indisvalid
    and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))
  union all
  select 'trigger ' || kept_table.name || '.' || quote_ident(tgname), pg_get_triggerdef(pg_trigger.oid)
      || case tgenabled when 'O' then '' else ' disabled' end, kept_table.name
  from kept_table join pg_trigger on tgrelid = kept_table.oid where not tgisinternal
  union all
  select 'function ' || name,
    concat_ws(' ', pg_get_function_result(routine.oid), lanname, provolatile,
      case when proisstrict then 'strict' end, case when prosecdef then 'security definer' end,
      array_to_string(proconfig, ' '),
      ${clockAside()}),
    null
  from routine join pg_language on pg_language.oid = prolang
  union all
  select 'right ' || privilege || ' on ' || name, '', case when is_table then name end
  from relation,
    unnest(case when is_table then array['SELECT', 'INSERT', 'UPDATE', 'DELETE'] else array['USAGE'] end) privilege
  where (is_table or relkind = 'S')
    and case when is_table then has_table_privilege(${serviceRole}, oid, privilege)
      else has_sequence_privilege(${serviceRole}, oid, privilege) end
  union all
  select 'right ' || privilege || ' on ' || name || '.' || quote_ident(attname), '', name
  from kept_table
  join pg_attribute on attrelid = kept_table.oid and attnum > 0 and not attisdropped,
    unnest(array['SELECT', 'INSERT', 'UPDATE']) privilege
  where has_column_privilege(${serviceRole}, attrelid, attnum, privilege)
    and not has_table_privilege(${serviceRole}, attrelid, privilege)`

/** The body by its fingerprint. Tests replace the clock's, to travel in time. */
function clockAside() {
  return sql`case when proname <> 'portvakt_now' then 'body ' || md5(prosrc) end`
}
