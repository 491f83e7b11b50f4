import { sql, type SqlBool } from 'kysely'
import type { Db, Trx } from '../../database/database.js'
import type { AppointmentEnd } from './appointment.js'

const today = sql<string>`portvakt_today()`

/** Nothing when the organisation is closed, or when the person is appointed there on one of these days already. */
export async function insertAppointment(
  trx: Trx,
  input: {
    readonly accountId: string
    readonly organisationId: string
    readonly validFrom: string
    readonly validTo: string | undefined
    readonly assuranceId: string | undefined
  },
): Promise<string | undefined> {
  const inserted = await trx
    .insertInto('appointment')
    .columns(['account_id', 'organisation_id', 'valid_from', 'valid_to', 'assurance_id'])
    .expression((eb) =>
      eb
        .selectFrom('organisation')
        .select([
          sql<string>`${input.accountId}::uuid`.as('account_id'),
          'organisation.id',
          sql<string>`${input.validFrom}::date`.as('valid_from'),
          sql<string | null>`${input.validTo ?? null}::date`.as('valid_to'),
          sql<string | null>`${input.assuranceId ?? null}::uuid`.as('assurance_id'),
        ])
        .where('organisation.id', '=', input.organisationId)
        .where('organisation.closed_at', 'is', null),
    )
    .onConflict((conflict) => conflict.constraint('one_appointment_at_a_time').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted?.id
}

export type WhichAppointments =
  | { readonly appointmentId: string }
  | { readonly organisationId: string; readonly accountId?: string }
  | { readonly accountId: string }

/** Ends those of them that hold today or later; each once, whoever asks. */
export async function markAppointmentsEnded(
  trx: Trx,
  input: { readonly which: WhichAppointments; readonly reason: AppointmentEnd; readonly by: string },
) {
  const { which, reason, by } = input
  const { accountId } = { accountId: undefined, ...which }
  return await trx
    .updateTable('appointment')
    .set({ ended_at: sql<Date>`portvakt_now()`, ended_by: by, end_reason: reason })
    .where('ended_at', 'is', null)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', today)]))
    .$if('appointmentId' in which, (one) => one.where('id', '=', 'appointmentId' in which ? which.appointmentId : ''))
    .$if('organisationId' in which, (all) =>
      all.where('organisation_id', '=', 'organisationId' in which ? which.organisationId : ''),
    )
    .$if(accountId !== undefined, (whose) => whose.where('account_id', '=', accountId ?? ''))
    .returning([
      'id',
      'account_id as accountId',
      'organisation_id as organisationId',
      'valid_from as validFrom',
      'valid_to as validTo',
    ])
    .execute()
}

/** The same days at another organisation, from today at the earliest; not of who is appointed there already, or has ended. */
export async function insertSuccessors(
  trx: Trx,
  { organisationId, appointmentIds }: { readonly organisationId: string; readonly appointmentIds: readonly string[] },
) {
  const { rows } = await sql<{ accountId: string; validFrom: string; validTo: string | null }>`
    insert into appointment (account_id, organisation_id, valid_from, valid_to)
    select former.account_id, organisation.id, greatest(former.valid_from, ${today}), former.valid_to
    from appointment former
    join account on account.id = former.account_id and account.ended_at is null
    join organisation on organisation.id = ${organisationId} and organisation.closed_at is null
    where former.id = any(${[...appointmentIds]}::uuid[])
    on conflict on constraint one_appointment_at_a_time do nothing
    returning account_id as "accountId", valid_from as "validFrom", valid_to as "validTo"`.execute(trx)
  return rows
}

/** Whose appointment holds today, by name. */
export async function selectAdministrators(db: Db, organisationId: string) {
  return await db
    .selectFrom('appointment')
    .innerJoin('account', 'account.id', 'appointment.account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['account.id as accountId', 'person.given_name', 'person.family_name', 'person.has_protected_identity'])
    .where('appointment.organisation_id', '=', organisationId)
    .where('appointment.ended_at', 'is', null)
    .where('appointment.valid_from', '<=', today)
    .where((eb) => eb.or([eb('appointment.valid_to', 'is', null), eb('appointment.valid_to', '>=', today)]))
    .where('account.ended_at', 'is', null)
    // As a Swedish reader looks for them: å, ä and ö last.
    .orderBy(sql`coalesce(person.family_name, person.given_name) collate "sv-x-icu"`)
    .orderBy(sql`person.given_name collate "sv-x-icu" nulls first`)
    .execute()
}

/** Where somebody's appointment holds today, by name. */
export async function selectAdministered(db: Db, accountId: string) {
  return await db
    .selectFrom('appointment')
    .innerJoin('organisation', 'organisation.id', 'appointment.organisation_id')
    .select(['organisation.id', 'organisation.kind', 'organisation.code', 'organisation.name'])
    .where('appointment.account_id', '=', accountId)
    .where('appointment.ended_at', 'is', null)
    .where('appointment.valid_from', '<=', today)
    .where((eb) => eb.or([eb('appointment.valid_to', 'is', null), eb('appointment.valid_to', '>=', today)]))
    .where('organisation.closed_at', 'is', null)
    .orderBy('organisation.name', (order) => order.collate('sv-x-icu'))
    .orderBy('organisation.code')
    .execute()
}

/** All that somebody has or has had, also with an account merged into theirs, what holds first. One at an organisation that closed ended with it. */
export async function selectAppointmentsOf(db: Db, accountId: string) {
  return await db
    .selectFrom('appointment')
    .innerJoin('organisation', 'organisation.id', 'appointment.organisation_id')
    .where(
      sql<SqlBool>`(appointment.account_id = ${accountId} or appointment.account_id in (
        select id from account where merged_into = ${accountId}) and not exists (
          select from appointment carried where carried.account_id = ${accountId}
            and carried.organisation_id = appointment.organisation_id and carried.valid_from = appointment.valid_from))`,
    )
    .select([
      'appointment.id',
      'organisation.id as organisationId',
      'organisation.kind',
      'organisation.code',
      'organisation.name',
      'appointment.valid_from as validFrom',
      'appointment.valid_to as validTo',
      sql<Date | null>`least(appointment.ended_at, organisation.closed_at)`.as('endedAt'),
      sql<string>`portvakt_today()`.as('today'),
    ])
    .orderBy(sql`least(appointment.ended_at, organisation.closed_at)`, (order) => order.desc().nullsFirst())
    .orderBy('organisation.name', (order) => order.collate('sv-x-icu'))
    .orderBy('appointment.valid_from', 'desc')
    .execute()
}

/** What holds or will of one account goes on with another of the same person, on the days that it lacked. */
export async function carryAppointments(
  trx: Trx,
  { accountId, to, by }: { readonly accountId: string; readonly to: string; readonly by: string },
) {
  const { rows } = await sql<CarriedAppointment>`
    with moved as (
      update appointment set ended_at = portvakt_now(), ended_by = ${by}, end_reason = 'replaced'
      where account_id = ${accountId} and ended_at is null and coalesce(valid_to, 'infinity') >= ${today} returning *),
    held as (
      select organisation_id, range_agg(daterange(valid_from, valid_to, '[]')) as taken
      from appointment where account_id = ${to} and ended_at is null group by organisation_id),
    part as (
      select moved.*, days, row_number() over (partition by moved.id order by days) as place
      from moved left join held using (organisation_id)
      cross join lateral unnest(datemultirange(daterange(moved.valid_from, moved.valid_to, '[]'))
        - coalesce(held.taken, '{}'::datemultirange)) as left_of(days)),
    carried as (
      insert into appointment (account_id, organisation_id, valid_from, valid_to, assurance_id)
      select ${to}, organisation_id, lower(days), upper(days) - 1, case when place = 1 then assurance_id end from part
      returning organisation_id, valid_from, valid_to)
    select organisation_id as "organisationId", null as "validFrom", null as "validTo" from moved
    union all
    select organisation_id, valid_from::text, valid_to::text from carried`.execute(trx)
  return rows
}

export interface CarriedAppointment {
  readonly organisationId: string
  /** Null of what was ended for it. */
  readonly validFrom: string | null
  readonly validTo: string | null
}
