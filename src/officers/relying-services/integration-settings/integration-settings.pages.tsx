import { SettingsPage, type ProductSettings } from '../../../../views/officers/relying-services/settings.js'
import { TryPage, type Tried } from '../../../../views/officers/relying-services/try.js'
import type { Account } from '../../../accounts/account.js'
import type { Learned } from '../../../relying-services/claims-for.js'
import { needsSecret, type Client } from '../../../relying-services/client.js'
import type { Text } from '../../../text/text.js'
import type { Ctx } from '../../../web/context.js'
import type { AppContext } from '../../../context/app-context.js'
import { showTool } from '../../officers.pages.js'
import { hasEllipticKey } from '../settings/mod-auth-openidc.js'
import { apacheBackchannel, products, settingsFor, springBackchannel } from '../settings/settings.js'
import { missesNotices } from '../settings/spring.js'

/** What helps those who connect a relying service. */
export function showSettings(ctx: Ctx, { issuer }: Pick<AppContext, 'issuer'>, client: Client): void {
  const { text, language } = ctx.state
  const name = client.name[language]
  const files = settingsFor(client, { issuer })
  const shown = Object.values(products).map((product): ProductSettings => ({
    product,
    files: files.filter((file) => file.product === product),
    notes: notesFor(text, client, product),
  }))
  showTool(
    ctx,
    { title: text.officers.relyingServices.settingsTitle(name), area: 'relyingServices', scripts: ['copy.js'] },
    <SettingsPage
      text={text}
      id={client.id}
      name={name}
      discovery={`${issuer}/.well-known/openid-configuration`}
      products={shown}
    />,
  )
}

/** Where what is registered and what the product does would miss each other. */
const notesFor = (text: Text, client: Client, product: string): readonly string[] => {
  const { settingsNotes: notes } = text.officers.relyingServices
  const { authMethod, backchannelLogoutUri } = client
  const missesAt = (address: string) => backchannelLogoutUri !== undefined && backchannelLogoutUri !== address
  const [spring, apache] = [springBackchannel(client), apacheBackchannel(client)]
  return [
    ...(authMethod === 'none' && product !== products.node ? [notes.publicServer] : []),
    ...(product === products.aspNet && needsSecret(authMethod) && authMethod !== 'client_secret_post'
      ? [notes.aspNetPost]
      : []),
    ...(product === products.spring && missesNotices(client) ? [notes.springNotices] : []),
    ...(product === products.spring && missesAt(spring) ? [notes.springBackchannel(spring)] : []),
    ...(product === products.apache && hasEllipticKey(client) ? [notes.apacheElliptic] : []),
    ...(product === products.apache && missesAt(apache) ? [notes.apacheBackchannel(apache)] : []),
  ]
}

export interface Trying {
  readonly typed: string
  readonly isNobody?: boolean
  readonly found?: { readonly person: Account; readonly learned: Learned }
}

export function showTry(
  ctx: Ctx,
  context: AppContext,
  client: Client,
  { typed, isNobody = false, found }: Trying,
): void {
  const { text, language, formToken } = ctx.state
  const { relyingServices: words } = text.officers
  const name = client.name[language]
  const page = { title: words.tryTitle(name), returnTo: `/handlaggning/e-tjanster/${client.id}/prova` }
  showTool(
    ctx,
    {
      ...page,
      area: 'relyingServices',
      scripts: ['copy.js'],
      ...(isNobody && { hasErrors: true, status: 422 }),
    },
    <TryPage
      text={text}
      formToken={formToken}
      id={client.id}
      name={name}
      homeUri={client.homeUri}
      typed={typed}
      errors={isNobody ? [{ field: 'username', message: words.tryNobody }] : []}
      tried={found && triedFrom(text, context, client, found)}
    />,
  )
}

const triedFrom = (
  text: Text,
  context: AppContext,
  client: Client,
  { person, learned }: NonNullable<Trying['found']>,
): Tried => {
  const { relyingServices: words } = text.officers
  if (learned.kind === 'refused') {
    return { kind: 'refused', title: words.tryRefused(person.username), why: words.why[learned.why] }
  }
  const { issuer, policy } = context
  const idToken = {
    alg: client.idTokenSignedResponseAlg,
    iss: issuer,
    aud: client.id,
    seconds: policy.tokens.idTokenMinutes * 60,
  }
  return {
    kind: 'let-in',
    title: words.tryLetIn(person.username),
    header: JSON.stringify(idToken, null, 2),
    claims: JSON.stringify(learned.claims, null, 2),
  }
}
