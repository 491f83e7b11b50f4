import type { Routes } from '../../web/context.js'
import { readForm } from '../../web/form.js'
import { goTo, origin } from '../../web/page.js'
import { BadInput, NotHere } from '../../web/refusals.js'
import { officer } from '../officers.pages.js'
import type { OfficerDeps } from '../deps.js'
import { askForWalk } from './ask-for-walk.js'
import { readEvent, readLog, takeOutLog } from './read-log.js'
import { logAddress, logPath, logFields, readLogSearch, type LogSearch } from './search.js'
import { sendLog, showChain, showEvent, showLog, showTyped } from './log.pages.js'
import { readTyped } from './typed-search.js'

/** The log of what was done, one event of it, some of it as a file, and whether it is whole. */
export function logRoutes(router: Routes, { db }: OfficerDeps): void {
  router.get(logPath, async (ctx) => {
    const { accountId: by } = await officer(ctx, db)
    const given = new URLSearchParams(ctx.querystring)
    const search = askedIn(given)
    const before = given.get('fore') ?? undefined
    if (before !== undefined && !isNumber(before)) throw new BadInput('no place in the log')
    const page = await readLog(db, { search, before, by, from: origin(ctx) })
    await showLog(ctx, db, { search, before, page })
  })

  // A number stands in no address: what is typed is sent in a form, and becomes an address of ids.
  router.post(logPath, async (ctx) => {
    await officer(ctx, db)
    const typed = await readForm(ctx, logFields)
    const read = await readTyped(db, typed)
    if (read.kind === 'strange') throw new BadInput('a kind of event that is not ours')
    if (read.kind === 'search') return goTo(ctx, logAddress(read.search))
    showTyped(ctx, { typed, read })
  })

  router.post(`${logPath}/fil`, async (ctx) => {
    const { accountId: by } = await officer(ctx, db)
    const { format, ...sent } = await readForm(ctx, [...logFields, 'format'])
    if (format !== 'csv' && format !== 'jsonl') throw new BadInput('no format of ours')
    const search = askedIn(new URLSearchParams(sent))
    sendLog(ctx, { format, events: await takeOutLog(db, { search, by, from: origin(ctx), format }) })
  })

  router.get(`${logPath}/kedja`, async (ctx) => {
    await officer(ctx, db)
    await showChain(ctx, db)
  })

  router.post(`${logPath}/kedja`, async (ctx) => {
    const { accountId: by } = await officer(ctx, db)
    await readForm(ctx, [])
    await db.transaction().execute(async (trx) => await askForWalk(trx, { by, from: origin(ctx) }))
    goTo(ctx, `${logPath}/kedja`)
  })

  router.get(`${logPath}/:seq`, async (ctx) => {
    const { accountId: by } = await officer(ctx, db)
    const { seq = '' } = ctx.params
    const one = isNumber(seq) ? await readEvent(db, { seq, by, from: origin(ctx) }) : undefined
    if (one === undefined) throw new NotHere('no such event')
    showEvent(ctx, one)
  })
}

const isNumber = (written: string) => /^[1-9]\d{0,17}$/.test(written)

const askedIn = (given: URLSearchParams): LogSearch => {
  const search = readLogSearch(given)
  if (search === undefined) throw new BadInput('a search of no page of ours')
  return search
}
