import { Events } from '../../../../views/officers/accounts/events.js'
import { Link } from '../../../../views/parts/link.js'
import type { Ctx } from '../../../web/context.js'
import { showTool } from '../../officers.pages.js'
import type { OfficerDeps } from '../../deps.js'
import { nameOf } from '../person/account.messages.js'
import type { Visit } from '../person/account.pages.js'
import { eventShown, historyOf } from './history.js'

/** All that befell an account, a page at a time. */
export async function showHistory(ctx: Ctx, { db }: OfficerDeps, { account, at }: Visit): Promise<void> {
  const { text } = ctx.state
  const { account: words } = text.officers
  const { history: more } = text.administration
  const before = /^\d{1,18}$/.exec(String(ctx.query['fore']))?.[0]
  const { events, older } = await historyOf(db, { accountId: account.accountId, before, limit: 50 })
  const title = words.historyOf(nameOf(text, account))
  showTool(
    ctx,
    { title, area: 'accounts', returnTo: `${at}/historik` },
    <>
      <h1 class="heading">{title}</h1>
      <Events events={events.map((event) => eventShown(ctx.state, event))} none={more.none} />
      <p class="history__more">
        {before !== undefined && <Link to={`${at}/historik`}>{more.newest}</Link>}{' '}
        {older !== undefined && <Link to={`${at}/historik?fore=${older}`}>{more.older}</Link>}
      </p>
      <p>
        <Link to={at}>{words.back}</Link>
      </p>
    </>,
  )
}
