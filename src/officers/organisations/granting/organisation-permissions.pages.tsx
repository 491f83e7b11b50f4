import { ActOnPermission } from '../../../../views/officers/organisations/act-on-permission.js'
import { GivePermission } from '../../../../views/officers/organisations/give-permission.js'
import { AgencyPermissions } from '../../../../views/officers/organisations/agency-permissions.js'
import type { OrganisationDetails } from '../../../organisations/details.js'
import { stateOf, termsIn } from '../../../permissions/grants/grant.js'
import { termsOf } from '../../../permissions/grants/grants.messages.js'
import type { Ctx } from '../../../web/context.js'
import { showTool } from '../../officers.pages.js'
import type { ServiceRow } from '../page/organisation.queries.js'
import type { HeldRow } from './organisation-permissions.queries.js'
import type { GivingField, TypedAct, TypedGiving } from './organisation-permissions.form.js'

const atOf = ({ id }: OrganisationDetails) => `/handlaggning/organisationer/${id}` as const

export interface PermissionsShown {
  readonly organisation: OrganisationDetails
  readonly services: readonly ServiceRow[]
  readonly held: readonly HeldRow[]
}

export function showPermissions(ctx: Ctx, { organisation, services, held }: PermissionsShown): void {
  const { text } = ctx.state
  const { granting: words } = text.officers
  const title = words.title(organisation.name)
  const done =
    ctx.query['klart'] === 'given' || ctx.query['klart'] === 'done' ? words.done[ctx.query['klart']] : undefined
  showTool(
    ctx,
    { title, area: 'organisations', returnTo: `${atOf(organisation)}/behorigheter` },
    <AgencyPermissions
      text={text}
      title={title}
      at={atOf(organisation)}
      organisation={organisation.name}
      done={done}
      mayGive={services.some(({ isLocal }) => !isLocal) && organisation.closedAt === null}
      held={held.map((row) => heldShown(ctx, row))}
    />,
  )
}

export interface GivingShown {
  readonly organisation: OrganisationDetails
  readonly services: readonly ServiceRow[]
  readonly typed: TypedGiving
  readonly errors?: readonly { readonly field: GivingField; readonly message: string }[]
}

export function showGiving(ctx: Ctx, { organisation, services, typed, errors = [] }: GivingShown): void {
  const { text, language, formToken } = ctx.state
  const hasErrors = errors.length > 0
  showTool(
    ctx,
    {
      title: text.officers.granting.giveTitle,
      area: 'organisations',
      returnTo: `${atOf(organisation)}/ge`,
      ...(hasErrors && { hasErrors, status: 422 }),
    },
    <GivePermission
      text={text}
      formToken={formToken}
      at={atOf(organisation)}
      organisation={organisation.name}
      options={services.filter(({ isLocal }) => !isLocal).map((one) => ({ value: one.code, label: one[language] }))}
      typed={typed}
      errors={errors}
    />,
  )
}

export interface ActShown {
  readonly organisation: OrganisationDetails
  readonly row: HeldRow
  /** An officer's to change: not local, and not their own. */
  readonly isTheirs: boolean
  readonly typed?: TypedAct
  readonly errors?: readonly { readonly field: string; readonly message: string }[]
  readonly refused?: { readonly message: string; readonly isStale: boolean }
}

export function showAct(ctx: Ctx, { organisation, row, isTheirs, typed, errors = [], refused }: ActShown): void {
  const { text, formToken } = ctx.state
  const { validFrom, validTo } = row
  const { name, service, terms, state } = heldShown(ctx, row)
  const title = text.officers.granting.of(name, service)
  const hasErrors = errors.length > 0 || refused !== undefined
  showTool(
    ctx,
    {
      title,
      area: 'organisations',
      returnTo: `${atOf(organisation)}/behorigheter`,
      ...(hasErrors && { hasErrors, status: refused?.isStale === true ? 409 : 422 }),
    },
    <ActOnPermission
      text={text}
      formToken={formToken}
      title={title}
      organisation={organisation.name}
      back={`${atOf(organisation)}/behorigheter`}
      to={`${atOf(organisation)}/behorigheter/${row.grantId}`}
      state={state}
      terms={terms}
      isTheirs={isTheirs}
      hasPause={row.pausedTo !== null && row.pausedTo >= row.today}
      typed={typed ?? { act: '', validFrom, validTo: validTo ?? '', from: '', to: '', reason: '' }}
      errors={errors}
      refused={refused?.message}
    />,
  )
}

const heldShown = (ctx: Ctx, row: HeldRow) => {
  const { text, language } = ctx.state
  const grant = stateOf(termsIn(row), row.today)
  return {
    id: row.grantId,
    name: row.name ?? text.officers.organisations.protected,
    service: row[language],
    state: grant.state,
    terms: termsOf(text, language, grant),
  }
}
