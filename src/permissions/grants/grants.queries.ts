import { sql, type Expression, type SqlBool } from 'kysely'
import { advisoryLock } from '../../database/advisory-lock.js'
import type { Db, Trx } from '../../database/database.js'
import { appointed, decides, given } from '../permissions.queries.js'
import type { Origin } from '../../context/origin.js'
import type { GrantTerms, LocalDate } from './grant.js'

export interface NewGrant {
  readonly accountId: string
  readonly organisationId: string
  readonly service: string
  readonly validFrom: LocalDate
  /** The last day; without it, until further notice. */
  readonly validTo?: LocalDate
  /** The administrator or officer; without one, the system itself grants. */
  readonly by?: string
  readonly from: Origin
  /** What it is done together with, a uuid: one act is told in one mail. */
  readonly act?: string
}

const now = sql<string>`portvakt_now()`

/** What is granted to one person is decided by one at a time, until the end of the transaction. */
export async function lockGrants(trx: Trx, accountId: string): Promise<void> {
  await advisoryLock(trx, sql`hashtextextended(${accountId}, 4227)`)
}

/**
 * Grants if everything holds at this moment: an open organisation of the service's kind, a living account, and a
 * grantor who decides about it there. A grant for the same days that is there already wins, whoever came first.
 */
export async function insertGrant(trx: Trx, grant: NewGrant): Promise<{ id: string } | undefined> {
  return await trx
    .insertInto('grant')
    .columns(['account_id', 'organisation_id', 'service', 'valid_from', 'valid_to', 'granted_by'])
    .expression((eb) =>
      eb
        .selectFrom('organisation')
        .innerJoin('service', 'service.organisation_kind', 'organisation.kind')
        .innerJoin('account', (join) => join.on('account.id', '=', grant.accountId))
        .select([
          'account.id as account_id',
          'organisation.id as organisation_id',
          'service.code as service',
          sql<string>`${grant.validFrom}::date`.as('valid_from'),
          sql<string | null>`${grant.validTo ?? null}::date`.as('valid_to'),
          sql<string | null>`${grant.by ?? null}::uuid`.as('granted_by'),
        ])
        .where('organisation.id', '=', grant.organisationId)
        .where('organisation.closed_at', 'is', null)
        .where('service.code', '=', grant.service)
        .where('account.ended_at', 'is', null)
        .where(mayGrant(grant))
        // Whoever closes the organisation at this moment comes first or last.
        .forKeyShare('organisation'),
    )
    .onConflict((conflict) => conflict.constraint('one_grant_at_a_time').doNothing())
    .returning('id')
    .executeTakeFirst()
}

const mayGrant = ({ by, organisationId, service }: NewGrant) =>
  by === undefined
    ? sql<SqlBool>`true`
    : decides({ accountId: given(by), organisationId: given(organisationId), service: sql<string>`${service}` })

/** Which of the conditions did not hold. Only for the explanation: what may be granted, insertGrant decides. */
export async function describeRefusedGrant(trx: Trx, grant: NewGrant) {
  const { rows } = await sql<{ isOpen: boolean; isOffered: boolean; hasAccount: boolean; isAllowed: boolean }>`
    select
      exists (select from organisation where id = ${grant.organisationId} and closed_at is null) as "isOpen",
      exists (
        select from organisation join service on service.organisation_kind = organisation.kind
        where organisation.id = ${grant.organisationId} and service.code = ${grant.service}
      ) as "isOffered",
      exists (select from account where id = ${grant.accountId} and ended_at is null) as "hasAccount",
      ${mayGrant(grant)} as "isAllowed"`.execute(trx)
  const [row] = rows
  if (row === undefined) throw new Error('A select without a from gave no row.')
  return row
}

/** True for one caller, and only for one who decides about it there. The row keeps all that it told before. */
export async function markEnded(
  trx: Trx,
  input: { readonly grantId: string; readonly reason: string; readonly by?: string },
) {
  const { by } = input
  return await trx
    .updateTable('grant')
    .set({ ended_at: now, ended_by: by ?? null, end_reason: input.reason })
    .where('grant.id', '=', input.grantId)
    .where(isLive)
    .$if(by !== undefined, (update) => update.where(isTheirs(by ?? '')))
    .returning(['id as grantId', 'account_id as accountId', 'organisation_id as organisationId', 'service'])
    .executeTakeFirst()
}

/** All that is left of somebody's grants at an organisation, by whoever is appointed there. */
export async function markAllEndedAt(
  trx: Trx,
  input: {
    readonly accountId: string
    readonly organisationId: string
    readonly by: string
    readonly reason: string
  },
) {
  const { accountId, organisationId, by, reason } = input
  return await trx
    .updateTable('grant')
    .set({ ended_at: now, ended_by: by, end_reason: reason })
    .where('account_id', '=', accountId)
    .where('account_id', '<>', by)
    .where('organisation_id', '=', organisationId)
    .where(isLive)
    .where(appointed({ accountId: given(by), organisationId: given(organisationId) }))
    .returning(['id as grantId', 'account_id as accountId', 'organisation_id as organisationId', 'service'])
    .execute()
}

/** All that holds at the organisation or is planned there, whoever gave it. */
export async function markAllEndedIn(
  trx: Trx,
  input: { readonly organisationId: string; readonly reason: string; readonly by: string },
) {
  return await trx
    .updateTable('grant')
    .set({ ended_at: now, ended_by: input.by, end_reason: input.reason })
    .where('organisation_id', '=', input.organisationId)
    .where(isLive)
    .returning(['id as grantId', 'account_id as accountId', 'service'])
    .execute()
}

/**
 * The same service, days and pause at another organisation, from today at the earliest. Where the person holds it there
 * already, from the day after; not at all where that lasts as long.
 */
export async function insertCarried(
  trx: Trx,
  input: { readonly organisationId: string; readonly grantIds: readonly string[]; readonly by: string },
) {
  const { organisationId: into, grantIds, by } = input
  const rests = sql`old.paused_to >= free.first_day`
  const { rows } = await sql<Carried>`
    insert into "grant" (account_id, organisation_id, service, valid_from, valid_to, paused_from, paused_to,
      pause_reason, granted_by)
    select old.account_id, ${into}::uuid, old.service, free.first_day, old.valid_to,
      case when ${rests} then greatest(old.paused_from, free.first_day) end, case when ${rests} then old.paused_to end,
      case when ${rests} then old.pause_reason end, ${by}::uuid
    from "grant" old
    join account on account.id = old.account_id and account.ended_at is null
    cross join lateral (
      select greatest(old.valid_from, portvakt_today(), max(other.valid_to) + 1) as first_day,
        coalesce(bool_or(other.valid_to is null), false) as is_covered
      from "grant" other
      where other.account_id = old.account_id and other.organisation_id = ${into}::uuid
        and other.service = old.service and other.ended_at is null
        and daterange(other.valid_from, other.valid_to, '[]')
          && daterange(greatest(old.valid_from, portvakt_today()), old.valid_to, '[]')) free
    where old.id = any(${[...grantIds]}::uuid[]) and not free.is_covered
      and free.first_day <= coalesce(old.valid_to, 'infinity')
    returning id as "grantId", account_id as "accountId", service, valid_from as "validFrom", valid_to as "validTo"`.execute(
    trx,
  )
  return rows
}

interface Carried {
  readonly grantId: string
  readonly accountId: string
  readonly service: string
  readonly validFrom: string
  readonly validTo: string | null
}

/** All that is left of somebody's grants anywhere, for an officer who ends the account; never their own. */
export async function markAllEndedOf(
  trx: Trx,
  { accountId, by, reason }: { readonly accountId: string; readonly by: string; readonly reason: string },
) {
  return await trx
    .updateTable('grant')
    .set({ ended_at: now, ended_by: by, end_reason: reason })
    .where('account_id', '=', accountId)
    .where('account_id', '<>', by)
    .where(isLive)
    .returning(['id as grantId', 'account_id as accountId', 'organisation_id as organisationId', 'service'])
    .execute()
}

/**
 * What holds or will of one account goes on with another of the same person: each day that the other had not already,
 * in a grant that takes the old one's place, a pause with it. Several parts may be left of one; the first replaces it.
 */
export async function carryGrants(
  trx: Trx,
  { accountId, to, by }: { readonly accountId: string; readonly to: string; readonly by: string },
) {
  const { rows } = await sql<CarriedRow>`
    with moved as (
      update "grant" set ended_at = ${now}, ended_by = ${by}, end_reason = 'merged'
      where account_id = ${accountId} and ${isLive} returning *),
    held as (
      select organisation_id, service, range_agg(daterange(valid_from, valid_to, '[]')) as taken
      from "grant" where account_id = ${to} and ended_at is null group by organisation_id, service),
    part as (
      select moved.*, days, row_number() over (partition by moved.id order by days) as place
      from moved left join held using (organisation_id, service)
      cross join lateral unnest(datemultirange(daterange(moved.valid_from, moved.valid_to, '[]'))
        - coalesce(held.taken, '{}'::datemultirange)) as left_of(days)),
    paused as (
      select part.*, case when paused_from is null then 'empty'::daterange
        else daterange(paused_from, paused_to, '[]') * part.days end as rest from part),
    carried as (
      insert into "grant" (account_id, organisation_id, service, valid_from, valid_to,
        paused_from, paused_to, pause_reason, granted_by, replaces)
      select ${to}, organisation_id, service, lower(days), upper(days) - 1,
        lower(rest), upper(rest) - 1, case when not isempty(rest) then pause_reason end, ${by}::uuid,
        case when place = 1 then id end
      from paused
      returning organisation_id, service, valid_from, valid_to)
    select organisation_id as "organisationId", service, null as "validFrom", null as "validTo" from moved
    union all
    select organisation_id, service, valid_from::text, valid_to::text from carried`.execute(trx)
  return rows
}

export interface CarriedRow {
  readonly organisationId: string
  readonly service: string
  /** Null of what was ended for it. */
  readonly validFrom: string | null
  readonly validTo: string | null
}

/** Not ended, and not run out. */
const isLive = sql<SqlBool>`"grant".ended_at is null and coalesce("grant".valid_to, 'infinity') >= portvakt_today()`

/** Nobody acts on their own, and everybody only where they administer the service. */
const isTheirs = (by: string) =>
  sql<SqlBool>`"grant".account_id <> ${by} and ${decides({
    accountId: given(by),
    organisationId: sql.ref('grant.organisation_id'),
    service: sql.ref('grant.service'),
  })}`

/** The grant as it is once nobody else may change it; no row when it is not there or not theirs. */
export async function takeGrant(trx: Trx, input: { readonly grantId: string; readonly by: string }) {
  const whose = await trx.selectFrom('grant').select('account_id').where('id', '=', input.grantId).executeTakeFirst()
  if (whose === undefined) return undefined
  await lockGrants(trx, whose.account_id)
  return await trx
    .selectFrom('grant')
    .where('grant.id', '=', input.grantId)
    .where(
      decides({
        accountId: given(input.by),
        organisationId: sql.ref('grant.organisation_id'),
        service: sql.ref('grant.service'),
      }),
    )
    .select([
      'id as grantId',
      'account_id as accountId',
      'organisation_id as organisationId',
      'service',
      'valid_from as validFrom',
      'valid_to as validTo',
      'paused_from as pausedFrom',
      'paused_to as pausedTo',
      'pause_reason as pauseReason',
      sql<boolean>`ended_at is not null`.as('isEnded'),
      sql<string>`portvakt_today()`.as('today'),
      sql<string>`portvakt_today() - 1`.as('yesterday'),
    ])
    .executeTakeFirst()
}

export type TakenGrant = NonNullable<Awaited<ReturnType<typeof takeGrant>>>

interface NewTerms {
  readonly by: string
  readonly terms: GrantTerms
}

/** Ends it for the sake of other days, unless another grant of the same service has some of those days. */
export async function markReplaced(trx: Trx, input: NewTerms & { readonly grantId: string }): Promise<boolean> {
  const { grantId, by, terms } = input
  const { rows } = await sql`
    update "grant" old set ended_at = ${now}, ended_by = ${by}, end_reason = 'changed'
    where id = ${grantId} and ended_at is null and not exists (
      select from "grant" other
      where other.account_id = old.account_id and other.organisation_id = old.organisation_id
        and other.service = old.service and other.ended_at is null and other.id <> old.id
        and daterange(other.valid_from, other.valid_to, '[]')
          && daterange(${terms.validFrom}::date, ${terms.validTo ?? null}::date, '[]'))
    returning 1`.execute(trx)
  return rows.length === 1
}

export async function insertReplacement(trx: Trx, input: NewTerms & { readonly replaces: string }): Promise<string> {
  const { replaces, by, terms } = input
  const inserted = await trx
    .insertInto('grant')
    .columns([
      'account_id',
      'organisation_id',
      'service',
      'valid_from',
      'valid_to',
      'paused_from',
      'paused_to',
      'pause_reason',
      'granted_by',
      'replaces',
    ])
    .expression((eb) =>
      eb
        .selectFrom('grant as old')
        .where('old.id', '=', replaces)
        .select([
          'old.account_id',
          'old.organisation_id',
          'old.service',
          day(terms.validFrom).as('valid_from'),
          day(terms.validTo).as('valid_to'),
          day(terms.pause?.from).as('paused_from'),
          day(terms.pause?.to).as('paused_to'),
          sql<string | null>`${terms.pause?.reason ?? null}::text`.as('pause_reason'),
          given(by).as('granted_by'),
          'old.id as replaces',
        ]),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return inserted.id
}

const day = (date: string | undefined): Expression<string> & ReturnType<typeof sql<string>> =>
  sql<string>`${date ?? null}::date`

const stockholmDay = (column: string) => sql`(${sql.ref(column)} at time zone 'Europe/Stockholm')::date`

/** All grants that somebody has or has had, also with an account that was merged into theirs, but not the earlier days of one. One at an organisation that closed ended with it, if not before. */
export async function selectGrants(db: Db, accountId: string) {
  const closedOn = sql<string | null>`case
    when organisation.closed_at is not null
      and ${stockholmDay('organisation.closed_at')} <= coalesce("grant".valid_to, 'infinity'::date)
    then ${stockholmDay('organisation.closed_at')} end`
  return await db
    .selectFrom('grant')
    .innerJoin('organisation', 'organisation.id', 'grant.organisation_id')
    .innerJoin('service', 'service.code', 'grant.service')
    .where(sql<SqlBool>`"grant".account_id = any(array(
      select id from account where id = ${accountId}::uuid or merged_into = ${accountId}::uuid))`)
    .where(sql<SqlBool>`coalesce("grant".end_reason, '') not in ('changed', 'merged')`)
    .select([
      'grant.id as grantId',
      'organisation.id as organisationId',
      'organisation.kind',
      'organisation.code',
      'organisation.name',
      'grant.service',
      'service.name_sv as sv',
      'service.name_en as en',
      'grant.valid_from as validFrom',
      'grant.valid_to as validTo',
      'grant.paused_from as pausedFrom',
      'grant.paused_to as pausedTo',
      'grant.pause_reason as pauseReason',
      'grant.end_reason as endReason',
      sql<string | null>`coalesce(${stockholmDay('grant.ended_at')}, ${closedOn})`.as('endedOn'),
      sql<string>`portvakt_today()`.as('today'),
    ])
    .orderBy('organisation.name', (order) => order.collate('sv-x-icu'))
    .orderBy('organisation.code')
    .orderBy('grant.valid_from', 'desc')
    .orderBy('grant.service')
    .execute()
}
