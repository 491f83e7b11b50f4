import { sql, type RawBuilder } from 'kysely'
import type { Policy } from '../../../../config/policy.js'
import { limitsOf, type Limits } from './limits.js'

const minutes = (count: number): RawBuilder<string> => sql`make_interval(mins => ${count}::int)`
const hours = (count: number): RawBuilder<string> => sql`make_interval(hours => ${count}::int)`

const isOfficer = sql<boolean>`exists (
  select from officer where officer.account_id = session.account_id and officer.ended_at is null)`

/** Appointed today for at least one organisation. */
const isAdministrator = sql<boolean>`exists (
  select from appointment join organisation on organisation.id = appointment.organisation_id
  where appointment.account_id = session.account_id and appointment.ended_at is null
    and appointment.valid_from <= portvakt_today()
    and (appointment.valid_to is null or appointment.valid_to >= portvakt_today())
    and organisation.closed_at is null)`

/** From the next request after it began, until it ended. */
const isPrivileged = sql<boolean>`(${isOfficer} or ${isAdministrator})`

const within = ({ idleMinutes, absoluteHours }: Limits) => sql<boolean>`(
  session.last_seen_at > portvakt_now() - ${minutes(idleMinutes)}
  and coalesce(session.signed_in_at, session.opened_at) > portvakt_now() - ${hours(absoluteHours)})`

/** Neither ended, nor idle too long, nor too old for whose it is. Everything that judges a session asks this. */
export const alive = (policy: Policy['session']) => sql<boolean>`(session.ended_at is null
  and case when ${isPrivileged} then ${within(limitsOf(policy, { isPrivileged: true }))}
    else ${within(limitsOf(policy, { isPrivileged: false }))} end)`

/** How long it has been idle and open, and what gives its person less time than others. */
export const howLong = [
  sql<number>`extract(epoch from portvakt_now() - session.last_seen_at)::float`.as('idleSeconds'),
  sql<number>`extract(epoch from portvakt_now() - session.signed_in_at)::float`.as('openSeconds'),
  sql<number>`coalesce(extract(epoch from portvakt_now() - session.proved_at), 'infinity')::float`.as('provedSeconds'),
  isOfficer.as('isOfficer'),
  isAdministrator.as('isAdministrator'),
] as const
