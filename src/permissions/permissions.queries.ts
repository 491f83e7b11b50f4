import { sql, type Expression, type SqlBool } from 'kysely'
import type { Db } from '../database/database.js'

export interface HoldersOfService {
  readonly organisationId: string
  readonly code: string
  readonly sv: string
  readonly en: string
  /** People whose permission holds today and is not paused. */
  readonly holders: number
}

/** Where the person reports or has reported, and whom to ask there. */
export interface Contact {
  readonly organisation: string
  /** Names; empty when nobody is appointed, or when those who are have protected identity. */
  readonly administrators: readonly string[]
}

/** One statement, so that grant, organisation and account are seen as they are at one moment. */
export async function selectPermissions(
  db: Db,
  input: { readonly accountId: string; readonly services: readonly string[] },
) {
  return await db
    .selectFrom('grant')
    .innerJoin('organisation', 'organisation.id', 'grant.organisation_id')
    .innerJoin('account', 'account.id', 'grant.account_id')
    .select([
      'organisation.code as organisation',
      'organisation.kind',
      'organisation.name',
      'grant.service',
      'grant.valid_from',
      'grant.valid_to',
    ])
    .where('grant.account_id', '=', input.accountId)
    .where('grant.service', '=', sql<string>`any(${[...input.services]}::text[])`)
    .where('grant.ended_at', 'is', null)
    .where(isToday(sql.ref('grant')))
    .where(isNotPaused)
    .where('organisation.closed_at', 'is', null)
    .where('account.ended_at', 'is', null)
    .orderBy('organisation.kind', 'desc')
    .orderBy('organisation.code')
    .orderBy('grant.service')
    .execute()
}

/** Who administers what is decided here and nowhere else. */
export const administers = (input: {
  readonly accountId: Expression<string>
  readonly organisationId: Expression<string>
  readonly service: Expression<string>
}) => sql<SqlBool>`exists (
  select from appointment
  join account on account.id = appointment.account_id and account.ended_at is null
  join organisation on organisation.id = appointment.organisation_id and organisation.closed_at is null
  join service on service.code = ${input.service} and service.organisation_kind = organisation.kind
  join organisation_school_form form on form.organisation_id = organisation.id
  join administered_by rule on rule.school_form = form.school_form
    and rule.reporting_method = organisation.reporting_method
    and rule.service = service.code and rule.administrator = 'local'
  where appointment.account_id = ${input.accountId}
    and appointment.organisation_id = ${input.organisationId}
    and appointment.ended_at is null
    and ${isToday(sql.ref('appointment'))}
)`

/** What no form of the organisation leaves to its own administrators is the agency's: an officer's, today. */
const isKeptByAgency = (input: {
  readonly accountId: Expression<string>
  readonly organisationId: Expression<string>
  readonly service: Expression<string>
}) => sql<SqlBool>`exists (
  select from officer
  join account on account.id = officer.account_id and account.ended_at is null
  join organisation on organisation.id = ${input.organisationId} and organisation.closed_at is null
  join service on service.code = ${input.service} and service.organisation_kind = organisation.kind
  where officer.account_id = ${input.accountId} and officer.ended_at is null
    and not exists (
      select from organisation_school_form form
      join administered_by rule on rule.school_form = form.school_form
        and rule.reporting_method = organisation.reporting_method
        and rule.service = service.code and rule.administrator = 'local'
      where form.organisation_id = organisation.id)
)`

/** Who gives, changes and ends: its administrator what is local there, an officer what is the agency's. */
export const decides = (input: Parameters<typeof administers>[0]) =>
  sql<SqlBool>`(${administers(input)} or ${isKeptByAgency(input)})`

/** Both days included, in the calendar of Europe/Stockholm. */
export const isToday = (table: Expression<unknown>) =>
  sql<SqlBool>`portvakt_today() between ${table}.valid_from and coalesce(${table}.valid_to, 'infinity'::date)`

const isNotPaused = sql<SqlBool>`(portvakt_today() between "grant".paused_from and "grant".paused_to) is not true`

/** Appointed there today, whatever the service. */
export const appointed = (input: {
  readonly accountId: Expression<string>
  readonly organisationId: Expression<string>
}) => sql<SqlBool>`exists (
  select from appointment
  join account on account.id = appointment.account_id and account.ended_at is null
  join organisation on organisation.id = appointment.organisation_id and organisation.closed_at is null
  where appointment.account_id = ${input.accountId}
    and appointment.organisation_id = ${input.organisationId}
    and appointment.ended_at is null
    and ${isToday(sql.ref('appointment'))}
)`

/** As a Swedish reader looks for it: å, ä and ö last. */
const swedish = (column: string) => sql`${sql.ref(column)} collate "sv-x-icu"`

export const given = (value: string) => sql<string>`${value}::uuid`

export async function isLocalAdministrator(
  db: Db,
  input: { readonly accountId: string; readonly organisationId: string; readonly service: string },
): Promise<boolean> {
  const row = await db
    .selectNoFrom(
      administers({
        accountId: given(input.accountId),
        organisationId: given(input.organisationId),
        service: sql<string>`${input.service}::text`,
      }).as('administers'),
    )
    .executeTakeFirstOrThrow()
  return row.administers === true
}

/** By name; whose each is, by the same rule that grants. The tables have names of their own here, since that rule has a service and an organisation of its own, which would hide them. */
export async function selectServicesAt(db: Db, input: { readonly organisationId: string; readonly by: string }) {
  return await db
    .selectFrom('service as offered')
    .innerJoin('organisation as place', 'place.kind', 'offered.organisation_kind')
    .where('place.id', '=', input.organisationId)
    .where('place.closed_at', 'is', null)
    .select([
      'offered.code',
      'offered.name_sv as sv',
      'offered.name_en as en',
      administers({
        accountId: given(input.by),
        organisationId: sql.ref('place.id'),
        service: sql.ref('offered.code'),
      })
        .$castTo<boolean>()
        .as('isTheirs'),
    ])
    .orderBy('offered.name_sv')
    .execute()
}

/** Open organisations where the person has or had a grant, with those appointed there today, protected ones unnamed. */
export async function selectContacts(db: Db, accountId: string): Promise<readonly Contact[]> {
  const { rows } = await sql<Contact>`
    select organisation.name as organisation, coalesce((
        select array_agg(concat_ws(' ', person.given_name, person.family_name) order by coalesce(${swedish('person.family_name')}, ${swedish('person.given_name')}), ${swedish('person.given_name')} nulls first)
        from appointment
        join account on account.id = appointment.account_id and account.ended_at is null
        join person on person.id = account.person_id and not person.has_protected_identity
        where appointment.organisation_id = organisation.id
          and appointment.ended_at is null
          and ${isToday(sql.ref('appointment'))}
      ), '{}') as administrators
    from organisation
    where organisation.closed_at is null
      and organisation.id in (select organisation_id from "grant" where account_id = ${accountId})
    order by ${swedish('organisation.name')}`.execute(db)
  return rows
}

export async function selectOrganisationNames(db: Db, accountId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('organisation')
    .select('name')
    .where((organisation) =>
      organisation.or([
        organisation('id', 'in', (held) =>
          held.selectFrom('grant').where('account_id', '=', accountId).select('organisation_id'),
        ),
        organisation('id', 'in', (held) =>
          held.selectFrom('appointment').where('account_id', '=', accountId).select('organisation_id'),
        ),
      ]),
    )
    .orderBy('name')
    .execute()
  return rows.map(({ name }) => name)
}

/** Grants of one person and service at one place never overlap, so that each that holds today is one person. */
export async function selectHolders(db: Db, organisationIds: readonly string[]): Promise<readonly HoldersOfService[]> {
  const today = sql<string>`(select portvakt_today())`
  const { rows } = await sql<HoldersOfService>`
    select organisation.id as "organisationId", service.code, service.name_sv as sv, service.name_en as en,
      (select count(*)::int from "grant" held
        where held.organisation_id = organisation.id and held.service = service.code and held.ended_at is null
          and ${today} between held.valid_from and coalesce(held.valid_to, 'infinity')
          and (${today} between held.paused_from and held.paused_to) is not true
          and not exists (select from account where account.id = held.account_id and account.ended_at is not null)
      ) as holders
    from organisation join service on service.organisation_kind = organisation.kind
    where organisation.id = any(${[...organisationIds]}::uuid[])
    order by organisation.name collate "sv-x-icu", service.name_sv`.execute(db)
  return rows
}
