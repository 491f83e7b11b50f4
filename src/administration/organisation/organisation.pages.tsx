import { OrganisationPage } from '../../../views/administration/organisation/organisation.js'
import { Organisations } from '../../../views/administration/organisation/organisations.js'
import { OrganisationHistory } from '../../../views/administration/organisation/organisation-history.js'
import type { Db } from '../../database/database.js'
import type { Administered } from '../../organisations/administered-by.js'
import { administratorsOf } from '../../organisations/administrators-of.js'
import { contactLine } from '../../organisations/contacts/contacts.messages.js'
import { contactsOf } from '../../organisations/contacts/keep-contacts.js'
import { servicesAt } from '../../permissions/services-at.js'
import type { Ctx } from '../../web/context.js'
import type { Administrator } from '../administrator.js'
import { historyOf, readBefore } from '../history/history.js'
import { historyList } from '../history/history.pages.js'
import { showTool } from '../administration.pages.js'

const latest = 10

export function showOrganisations(ctx: Ctx, { organisations }: Administrator): void {
  const { text } = ctx.state
  const { title, help } = text.administration.organisation
  showTool(ctx, { title, area: 'organisations', help }, <Organisations text={text} organisations={organisations} />)
}

export async function showOrganisation(
  ctx: Ctx,
  db: Db,
  { who, organisation }: { readonly who: Administrator; readonly organisation: Administered },
): Promise<void> {
  const { text, language } = ctx.state
  const { organisation: words, person } = text.administration
  const { id, name } = organisation
  const administrators = await administratorsOf(db, id)
  const services = await servicesAt(db, { organisationId: id, by: who.accountId })
  const contacts = await contactsOf(db, id)
  const history = await historyOf(db, { organisationIds: [id], limit: latest })
  const at = `/behorigheter/organisationer/${id}/historik` as const
  showTool(
    ctx,
    { title: name, area: 'organisations', help: words.help },
    <OrganisationPage
      text={text}
      id={id}
      name={name}
      code={`${words.code[organisation.kind]} ${organisation.code}`}
      services={services.map((service) => ({ name: service[language], isTheirs: service.isTheirs }))}
      administrators={administrators.map(({ accountId, name: shown = person.protected }) =>
        accountId === who.accountId ? words.you(shown) : shown,
      )}
      contacts={contacts.map((contact) => contactLine(text, contact))}
      hasMore={history.older !== undefined}
      history={historyList(ctx, {
        history: { ...history, older: undefined },
        at,
        tellsWhere: false,
        isFirstPage: true,
      })}
    />,
  )
}

export async function showOrganisationHistory(ctx: Ctx, db: Db, { id, name }: Administered): Promise<void> {
  const { text } = ctx.state
  const before = readBefore(ctx.query['fore'])
  const history = await historyOf(db, { organisationIds: [id], before })
  const at = `/behorigheter/organisationer/${id}/historik` as const
  const title = text.administration.organisation.historyOf(name)
  showTool(
    ctx,
    { title, area: 'organisations', help: text.administration.help.history, returnTo: at },
    <OrganisationHistory
      text={text}
      id={id}
      name={name}
      history={historyList(ctx, { history, at, tellsWhere: false, isFirstPage: before === undefined })}
    />,
  )
}
