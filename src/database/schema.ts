/** The data model on one page. A test compares it with the migrated database. */
import type { ColumnType, Generated } from 'kysely'

type Instant = ColumnType<Date, Date | string | undefined, Date | string>
type MaybeInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
/** A day of the calendar, as `2026-03-29`. */
type Day = ColumnType<string, string, string>
type MaybeDay = ColumnType<string | null, string | null | undefined, string | null>
type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>
type MaybeJson = ColumnType<Readonly<Record<string, unknown>> | null, string | null | undefined, string | null>
type Json = ColumnType<Readonly<Record<string, unknown>>, string, string>

export interface Database {
  audit_event: AuditEventTable
  audit_head: AuditHeadTable
  audit_verification: AuditVerificationTable
  audit_anchor: AuditAnchorTable
  disposal: DisposalTable
  event_day: EventDayTable
  person: PersonTable
  account: AccountTable
  account_ending: AccountEndingTable
  former_email: FormerEmailTable
  former_number: FormerNumberTable
  ending_request: EndingRequestTable
  password: PasswordTable
  officer: OfficerTable
  organisation: OrganisationTable
  organisation_school_form: OrganisationSchoolFormTable
  appointment: AppointmentTable
  assurance: AssuranceTable
  assurance_scan: AssuranceScanTable
  agency_contact: AgencyContactTable
  organisation_file: OrganisationFileTable
  service: ServiceTable
  administered_by: AdministeredByTable
  grant: GrantTable
  listed_person: ListedPersonTable
  sought_account: SearchedAccountTable
  permission_change: PermissionChangeTable
  permission_day: PermissionDayTable
  permission_request: PermissionRequestTable
  login_attempts: LoginAttemptsTable
  last_sign_in: LastSignInTable
  lock_notice: LockNoticeTable
  source_attempts: SourceAttemptsTable
  familiar_name: FamiliarNameTable
  session: SessionTable
  relying_session: RelyingSessionTable
  sessions_ended: SessionsEndedTable
  one_time_password: OneTimePasswordTable
  username_letter: UsernameLetterTable
  new_user_draft: NewUserDraftTable
  bulk_draft: BulkDraftTable
  bulk_row: BulkRowTable
  kiosk_visit: KioskVisitTable
  kept_answer: KeptAnswerTable
  sent_form: SentFormTable
  client: ClientTable
  client_authentication: ClientAuthenticationTable
  oidc_record: OidcRecordTable
  signing_key: SigningKeyTable
  master_secret: MasterSecretTable
}

export interface AuditEventTable {
  seq: ColumnType<string, never, never>
  at: ColumnType<Date, never, never>
  kind: string
  result: 'done' | 'refused'
  actor_id: Maybe<string>
  about_id: Maybe<string>
  organisation_id: Maybe<string>
  source: Maybe<string>
  request_id: Maybe<string>
  details: Json
  previous_hash: ColumnType<Buffer, never, never>
  hash: ColumnType<Buffer, never, never>
}

export interface AuditHeadTable {
  only_one: Generated<boolean>
  seq: string
  hash: Buffer
}

/** Written by the database's own functions alone. */
export interface AuditAnchorTable {
  last_seq: ColumnType<string, never, never>
  hash: ColumnType<Buffer, never, never>
  last_year: ColumnType<number, never, never>
  closed_by: ColumnType<string, never, never>
  closed_at: ColumnType<Date, never, never>
}

export interface DisposalTable {
  id: Generated<string>
  class: string
  before: Day
  ordered_by: string
  ordered_at: Instant
  source: string
  request_id: string
  expected: number
  removed: Generated<number>
  finished_at: MaybeInstant
}

export interface AuditVerificationTable {
  id: Generated<string>
  asked_by: Maybe<string>
  asked_at: Instant
  source: string
  request_id: string
  up_to: string
  first_seq: string
  walked_to: string
  walked_hash: Buffer
  walked_at: Instant
  finished_at: MaybeInstant
  broken_at: Maybe<string>
  broken_why: Maybe<'changed' | 'missing' | 'cut-off'>
}

/** Derived, and written by the database alone. */
export interface EventDayTable {
  day: ColumnType<string, never, never>
  kind: ColumnType<string, never, never>
  events: ColumnType<number, never, never>
}

export interface PersonTable {
  id: Generated<string>
  personal_identity_number: string
  given_name: Maybe<string>
  family_name: Maybe<string>
  email: Maybe<string>
  street: Maybe<string>
  postal_code: Maybe<string>
  locality: Maybe<string>
  country: Generated<string>
  language: Generated<'sv' | 'en'>
  has_protected_identity: Generated<boolean>
  created_at: Instant
  version: Generated<number>
  email_refused_at: MaybeInstant
  address_refused_at: MaybeInstant
  disposed_at: MaybeInstant
}

export interface FormerEmailTable {
  id: Generated<string>
  account_id: string
  email: Maybe<string>
  replaced_at: Instant
  by_agency: Generated<boolean>
  told_at: MaybeInstant
}

export interface FormerNumberTable {
  person_id: string
  number: string
  replaced_at: Instant
}

export interface EndingRequestTable {
  id: Generated<string>
  account_id: string
  organisation_id: string
  asked_by: string
  asked_at: Instant
  reason: string
  decision: Maybe<'ended' | 'declined'>
  decided_by: Maybe<string>
  decided_at: MaybeInstant
  answer: Maybe<string>
}

export interface AccountTable {
  id: Generated<string>
  person_id: string
  username: string
  username_key: string
  created_at: Instant
  ended_at: MaybeInstant
  end_reason: Maybe<string>
  merged_into: Maybe<string>
}

export interface AccountEndingTable {
  id: Generated<string>
  account_id: string
  ended_at: Instant
  ended_by: string
  reason: string
  reopened_at: MaybeInstant
  reopened_by: Maybe<string>
  reopen_reason: Maybe<string>
}

export interface PasswordTable {
  account_id: string
  hash: string
  pepper_id: string
  set_at: Instant
}

export interface OfficerTable {
  id: Generated<string>
  account_id: string
  since: Instant
  made_by: Maybe<string>
  ended_at: MaybeInstant
}

export interface OrganisationTable {
  id: Generated<string>
  kind: 'school' | 'municipality'
  code: string
  name: string
  reporting_method: Maybe<'web' | 'file'>
  street: Maybe<string>
  postal_code: Maybe<string>
  locality: Maybe<string>
  country: Generated<string>
  created_at: Instant
  closed_at: MaybeInstant
  version: Generated<number>
  merged_into: Maybe<string>
  name_key: ColumnType<string, never, never>
  words: ColumnType<string, never, never>
}

export interface OrganisationSchoolFormTable {
  organisation_id: string
  school_form: string
}

export interface AppointmentTable {
  id: Generated<string>
  account_id: string
  organisation_id: string
  valid_from: Day
  valid_to: MaybeDay
  ended_at: MaybeInstant
  assurance_id: Maybe<string>
  ended_by: Maybe<string>
  end_reason: Maybe<'replaced' | 'ended' | 'closed' | 'merged'>
}

export interface AssuranceTable {
  id: Generated<string>
  organisation_id: string
  signatory_name: string
  signed_on: Day
  personal_identity_number: string
  given_name: Maybe<string>
  family_name: Maybe<string>
  email: string
  street: string
  postal_code: Maybe<string>
  locality: string
  country: Generated<string>
  effect: 'adds' | 'replaces'
  replaces_account_id: Maybe<string>
  last_day: MaybeDay
  registered_by: string
  registered_at: Instant
  decision: Maybe<'approved' | 'rejected' | 'withdrawn'>
  decided_by: Maybe<string>
  decided_at: MaybeInstant
  reason: Maybe<string>
  disposed_at: MaybeInstant
  signatory_not_appointed: Generated<boolean>
  signatory_not_registrar: Generated<boolean>
}

export interface OrganisationFileTable {
  id: Generated<string>
  uploaded_by: string
  content: Buffer
  uploaded_at: Instant
}

export interface AgencyContactTable {
  id: Generated<string>
  organisation_id: string
  name: string
  telephone: Maybe<string>
  email: Maybe<string>
  is_responsible: boolean
  added_at: Instant
  added_by: Maybe<string>
  removed_at: MaybeInstant
  removed_by: Maybe<string>
}

export interface AssuranceScanTable {
  assurance_id: string
  type: 'application/pdf' | 'image/png' | 'image/jpeg'
  bytes: Buffer
}

export interface ServiceTable {
  code: string
  organisation_kind: 'school' | 'municipality'
  name_sv: string
  name_en: string
}

export interface AdministeredByTable {
  school_form: string
  reporting_method: string
  service: string
  administrator: 'local' | 'agency'
}

export interface GrantTable {
  id: Generated<string>
  account_id: string
  organisation_id: string
  service: string
  valid_from: Day
  valid_to: MaybeDay
  granted_by: Maybe<string>
  granted_at: Instant
  ended_by: Maybe<string>
  ended_at: MaybeInstant
  end_reason: Maybe<string>
  paused_from: MaybeDay
  paused_to: MaybeDay
  pause_reason: Maybe<'parental-leave' | 'sick-leave' | 'leave' | 'other'>
  replaces: Maybe<string>
}

/** Derived, and written by the database alone. */
export interface ListedPersonTable {
  organisation_id: ColumnType<string, never, never>
  account_id: ColumnType<string, never, never>
  name_key: ColumnType<string, never, never>
  words: ColumnType<string, never, never>
  username: ColumnType<string, never, never>
  number: ColumnType<string | null, never, never>
  email: ColumnType<string | null, never, never>
}

/** Derived, and written by the database alone. */
export interface SearchedAccountTable {
  account_id: ColumnType<string, never, never>
  name_key: ColumnType<string, never, never>
  words: ColumnType<string, never, never>
}

export interface PermissionChangeTable {
  id: ColumnType<string, never, never>
  act_id: string
  kind: 'granted' | 'changed' | 'paused' | 'resumed' | 'ended'
  grant_id: string
  account_id: string
  organisation_id: string
  changed_by: Maybe<string>
  changed_at: Instant
}

export interface PermissionDayTable {
  day: Day
  service: string
  holders: number
  counted_at: Instant
}

export interface PermissionRequestTable {
  id: Generated<string>
  account_id: string
  organisation_id: string
  service: string
  words: string
  asked_at: Instant
  answer: Maybe<'granted' | 'declined' | 'withdrawn'>
  answered_at: MaybeInstant
  answered_by: Maybe<string>
  reason: Maybe<string>
  grant_id: Maybe<string>
}

export interface LoginAttemptsTable {
  name_key: Buffer
  failures: number
  locked_until: MaybeInstant
  last_at: Instant
  secret_ids: Generated<string[]>
}

export interface LastSignInTable {
  account_id: string
  at: Instant
}

export interface LockNoticeTable {
  account_id: string
  mailed_at: Instant
}

export interface SourceAttemptsTable {
  source: string
  counted: 'failure' | 'order'
  since: Instant
  attempts: number
  turned_away_at: MaybeInstant
}

export interface FamiliarNameTable {
  name_key: Buffer
  network: string
  last_at: Instant
  tries: Generated<number>
  tries_since: MaybeInstant
  tries_today: Generated<number>
  today_since: MaybeInstant
}

export interface SessionTable {
  id_hash: Buffer
  uid: string
  account_id: Maybe<string>
  opened_at: Instant
  signed_in_at: MaybeInstant
  proved_at: MaybeInstant
  last_seen_at: Instant
  ended_at: MaybeInstant
  end_reason: Maybe<string>
  source: Maybe<string>
  payload: Json
}

export interface RelyingSessionTable {
  uid: string
  client_id: string
  sid: string
  account_id: string
  told_at: Instant
}

export interface SessionsEndedTable {
  account_id: string
  at: Instant
}

export interface OneTimePasswordTable {
  id: Generated<string>
  purpose: 'initial' | 'reset'
  name_key: Buffer
  account_id: Maybe<string>
  key_id: string
  language: 'sv' | 'en'
  attempts: Generated<number>
  ordered_at: Instant
  sent_from: Instant
  expires_at: Instant
  used_at: MaybeInstant
  replaced_at: MaybeInstant
  is_throttled: Generated<boolean>
  network: Maybe<string>
  is_familiar: Generated<boolean>
  stands_for: Maybe<string>
}

export interface UsernameLetterTable {
  id: Generated<string>
  account_id: string
  organisation_id: Maybe<string>
  ordered_at: Instant
  ordered_by: Maybe<string>
  posted_at: MaybeInstant
  posted_by: Maybe<string>
  returned_at: MaybeInstant
  printed_at: MaybeInstant
  returned_by: Maybe<string>
  withheld_at: MaybeInstant
  withheld_by: Maybe<string>
  withheld_why: Maybe<string>
  forwarded_to: Maybe<readonly string[]>
}

export interface NewUserDraftTable {
  id: Generated<string>
  typed_by: string
  organisation_id: string
  personal_identity_number: Maybe<string>
  person: MaybeJson
  services: MaybeJson
  opened_at: Instant
  saved_at: MaybeInstant
  added_account_id: Maybe<string>
  is_new_account: Maybe<boolean>
}

export interface BulkDraftTable {
  id: Generated<string>
  typed_by: string
  organisation_id: string
  act: Generated<string>
  opened_at: Instant
  confirmed_at: MaybeInstant
  confirmed_on: MaybeDay
  source: Maybe<string>
  request_id: Maybe<string>
  finished_at: MaybeInstant
  sheet: Maybe<string>
  other_sheets: Generated<string[]>
}

export interface BulkRowTable {
  draft_id: string
  row_number: number
  typed: MaybeJson
  outcome: Maybe<'added' | 'granted' | 'nothing' | 'refused' | 'failed'>
  mistakes: MaybeJson
}

export interface KioskVisitTable {
  id_hash: Buffer
  step: 'enter-code' | 'choose-password' | 'done'
  name_key: Buffer
  account_id: Maybe<string>
  code_id: Maybe<string>
  proof: Maybe<'password' | 'initial' | 'reset'>
  interaction_uid: Maybe<string>
  opened_at: Instant
  expires_at: Instant
}

export interface KeptAnswerTable {
  id_hash: Buffer
  browser: Buffer
  session_uid: Maybe<string>
  status: number
  page: Buffer
  expires_at: Instant
  source: Maybe<string>
}

export interface SentFormTable {
  id_hash: Buffer
  contents: Buffer
  target: Maybe<string>
  expires_at: Instant
}

export interface ClientTable {
  id: string
  name_sv: string
  name_en: string
  home_uri: string
  auth_method: 'client_secret_basic' | 'client_secret_post' | 'private_key_jwt' | 'none'
  sealed_secret: Maybe<string>
  jwks: ColumnType<Readonly<Record<string, unknown>> | null, string | null | undefined, string | null>
  redirect_uris: string[]
  post_logout_redirect_uris: Generated<string[]>
  backchannel_logout_uri: Maybe<string>
  services: string[]
  id_token_signed_response_alg: Generated<'ES256' | 'RS256'>
  is_first_party: Generated<boolean>
  is_own_tool: Generated<boolean>
  may_refresh: Generated<boolean>
  created_at: Instant
  disabled_at: MaybeInstant
  version: Generated<number>
  changed_at: Instant
  secret_made_at: MaybeInstant
  former_sealed_secret: Maybe<string>
  former_secret_ends_at: MaybeInstant
}

export interface ClientAuthenticationTable {
  client_id: string
  source: string
  since: Instant
  wrong: Generated<number>
  last_right_at: MaybeInstant
}

export interface OidcRecordTable {
  model: string
  id_hash: Buffer
  payload: Json
  uid: Maybe<string>
  grant_id: Maybe<string>
  account_id: Maybe<string>
  client_id: Maybe<string>
  created_at: Instant
  expires_at: MaybeInstant
  consumed_at: MaybeInstant
}

export interface SigningKeyTable {
  kid: string
  alg: 'ES256' | 'RS256'
  sealed_private_jwk: string
  created_at: Instant
  retired_at: MaybeInstant
  turn: Generated<number>
  signs_from: Instant
}

export interface MasterSecretTable {
  id: string
  newest_since: Instant
  sealed_pepper: string
}
