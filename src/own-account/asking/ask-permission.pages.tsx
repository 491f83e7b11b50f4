import { AskPage } from '../../../views/own-account/ask-page.js'
import { WherePage } from '../../../views/own-account/where-page.js'
import type { FieldError } from '../../../views/parts/error-summary.js'
import type { FoundOrganisation } from '../../organisations/find.js'
import type { Offered } from '../../permissions/requests/requests.js'
import type { Ctx } from '../../web/context.js'
import { show } from '../../web/page.js'

type Place = Pick<FoundOrganisation, 'id' | 'kind' | 'code' | 'name'>

export function showWhere(
  ctx: Ctx,
  shown: {
    readonly known: readonly Place[]
    readonly found: readonly Place[]
    readonly code: string | undefined
    readonly isUnknown: boolean
  },
): void {
  const { text } = ctx.state
  const { known, found, code = '', isUnknown } = shown
  const asShown = ({ id, kind, code: ofIt, name }: Place) => ({ id, name, code: text.ownAccount[kind](ofIt) })
  show(
    ctx,
    {
      title: text.administration.requests.ask,
      returnTo: '/konto/be-om-behorighet',
      ...(isUnknown && { status: 422, hasErrors: true }),
    },
    <WherePage text={text} known={known.map(asShown)} found={found.map(asShown)} code={code} isUnknown={isUnknown} />,
  )
}

export function showAsk(
  ctx: Ctx,
  shown: {
    readonly organisation: Place
    readonly offered: readonly Offered[]
    readonly typed?: Readonly<Record<string, string>>
    readonly errors?: readonly FieldError[]
  },
): void {
  const { text, language, formToken } = ctx.state
  const { organisation, offered, typed = {}, errors = [] } = shown
  const missing = offered.filter(({ isHeld }) => !isHeld)
  const inARow = (services: readonly Offered[]) =>
    new Intl.ListFormat(language, { type: 'conjunction' }).format(services.map((one) => one[language]))
  show(
    ctx,
    {
      title: text.administration.requests.ask,
      returnTo: `/konto/be-om-behorighet?organisation=${organisation.id}`,
      ...(errors.length > 0 && { status: 422, hasErrors: true }),
    },
    <AskPage
      text={text}
      formToken={formToken}
      organisation={{ id: organisation.id, name: organisation.name }}
      options={missing.filter(({ isLocal }) => isLocal).map((one) => ({ value: one.code, label: one[language] }))}
      byAgency={inARow(missing.filter(({ isLocal }) => !isLocal))}
      held={inARow(offered.filter(({ isHeld }) => isHeld))}
      typed={typed}
      errors={errors}
    />,
  )
}
