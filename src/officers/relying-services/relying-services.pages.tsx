import { ChangeClient } from '../../../views/officers/relying-services/change.js'
import { ClientPage } from '../../../views/officers/relying-services/client.js'
import { ClientList } from '../../../views/officers/relying-services/list.js'
import { NewClient } from '../../../views/officers/relying-services/new.js'
import { RenewSecret } from '../../../views/officers/relying-services/renew.js'
import { SecretPage } from '../../../views/officers/relying-services/secret.js'
import { TurnOff } from '../../../views/officers/relying-services/turn-off.js'
import type { Db } from '../../database/database.js'
import { needsSecret, type Client } from '../../relying-services/client.js'
import { allClients, findClient } from '../../relying-services/find.js'
import type { Ctx } from '../../web/context.js'
import { NotHere } from '../../web/refusals.js'
import type { AppContext } from '../../context/app-context.js'
import { showTool } from '../officers.pages.js'
import { factsOf, serviceName, serviceNamesIn } from './facts.js'
import { errorsFrom } from './relying-services.messages.js'
import type { Mistake, TypedClient } from './relying-services.form.js'

export const first = '/handlaggning/e-tjanster'

export type Named = Ctx & { readonly params: Readonly<Record<string, string>> }

/** Our own tools are no relying service of anybody's: not there. */
export async function clientAt(ctx: Named, db: Db): Promise<Client> {
  const client = await findClient(db, ctx.params['client'] ?? '')
  if (client === undefined || client.isOwnTool) throw new NotHere('no such client')
  return client
}

export async function showClients(ctx: Ctx, db: Db): Promise<void> {
  const { text, language } = ctx.state
  const clients = (await allClients(db)).map(({ id, name, services, disabledAt }) => ({
    id,
    name: name[language],
    services: services.map((code) => serviceName(language, code)).join(', '),
    isOff: disabledAt !== undefined,
  }))
  const { title } = text.officers.relyingServices
  showTool(ctx, { title, area: 'relyingServices' }, <ClientList text={text} clients={clients} />)
}

export interface Typing {
  readonly typed: TypedClient
  readonly mistakes: readonly Mistake[]
}

export function showNewClient(ctx: Ctx, { policy }: AppContext, { typed, mistakes }: Typing): void {
  const { text, language, formToken } = ctx.state
  const hasErrors = mistakes.length > 0
  const page = { title: text.officers.relyingServices.newTitle, returnTo: `${first}/ny` }
  showTool(
    ctx,
    { ...page, area: 'relyingServices', ...(hasErrors && { hasErrors, status: 422 }) },
    <NewClient
      text={text}
      formToken={formToken}
      typed={typed}
      errors={errorsFrom(text, mistakes)}
      serviceNames={serviceNamesIn(language)}
      refreshTokenHours={policy.tokens.refreshTokenHours}
    />,
  )
}

/** With what somebody else made of it meanwhile, when the reader must look at that before saving. */
export function showChange(
  ctx: Ctx,
  client: Client,
  { policy, typed, mistakes, wasChanged }: Typing & Pick<AppContext, 'policy'> & { wasChanged?: boolean },
) {
  const { text, language, formToken } = ctx.state
  const name = client.name[language]
  const hasErrors = mistakes.length > 0 || wasChanged === true
  const page = { title: text.officers.relyingServices.changeTitle(name), returnTo: `${first}/${client.id}/andra` }
  showTool(
    ctx,
    { ...page, area: 'relyingServices', ...(hasErrors && { hasErrors, status: wasChanged === true ? 409 : 422 }) },
    <ChangeClient
      text={text}
      formToken={formToken}
      name={name}
      typed={{ ...typed, id: client.id }}
      errors={errorsFrom(text, mistakes)}
      serviceNames={serviceNamesIn(language)}
      refreshTokenHours={policy.tokens.refreshTokenHours}
      nowInForce={wasChanged === true ? factsOf({ text, language }, client) : undefined}
    />,
  )
}

const actions = ['registered', 'changed', 'unchanged', 'off', 'on'] as const
export type Action = (typeof actions)[number]

export function showClient(ctx: Ctx, client: Client): void {
  const { text, language, formToken } = ctx.state
  const name = client.name[language]
  const done = actions.find((action) => action === ctx.query['klart'])
  showTool(
    ctx,
    { title: name, area: 'relyingServices', returnTo: `${first}/${client.id}` },
    <ClientPage
      text={text}
      formToken={formToken}
      id={client.id}
      name={name}
      homeUri={client.homeUri}
      isOff={client.disabledAt !== undefined}
      hasSecret={needsSecret(client.authMethod)}
      done={done && text.officers.relyingServices.done[done]}
      facts={factsOf({ text, language }, client)}
    />,
  )
}

/** The answer to the post that made it, and nothing that could be asked for again. */
export function showSecret(ctx: Ctx, client: Client, { secret, done }: { secret: string; done: string }): void {
  const { text, language } = ctx.state
  const page = { title: text.officers.relyingServices.secretTitle, returnTo: `${first}/${client.id}` }
  showTool(
    ctx,
    { ...page, area: 'relyingServices', scripts: ['copy.js'] },
    <SecretPage text={text} id={client.id} name={client.name[language]} secret={secret} done={done} />,
  )
}

export interface Renewing {
  readonly isUnchosen?: boolean
  readonly wasChanged?: boolean
}

export function showRenew(ctx: Ctx, client: Client, { isUnchosen = false, wasChanged = false }: Renewing = {}): void {
  const { text, language, formToken } = ctx.state
  const { relyingServices: words } = text.officers
  const name = client.name[language]
  const hasErrors = isUnchosen || wasChanged
  const page = { title: words.renewTitle(name), returnTo: `${first}/${client.id}/ny-hemlighet` }
  showTool(
    ctx,
    { ...page, area: 'relyingServices', ...(hasErrors && { hasErrors, status: wasChanged ? 409 : 422 }) },
    <RenewSecret
      text={text}
      formToken={formToken}
      id={client.id}
      name={name}
      version={client.version}
      wasChanged={wasChanged}
      errors={isUnchosen ? [{ field: 'former', message: words.chooseFormer }] : []}
    />,
  )
}

export function showTurnOff(ctx: Ctx, client: Client): void {
  const { text, language, formToken } = ctx.state
  const name = client.name[language]
  showTool(
    ctx,
    { title: text.officers.relyingServices.turnOffTitle(name), area: 'relyingServices' },
    <TurnOff text={text} formToken={formToken} id={client.id} name={name} />,
  )
}
