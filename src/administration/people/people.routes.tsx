import { hasNumberIn } from '../../accounts/number-query.js'
import type { Routes } from '../../web/context.js'
import { readForm } from '../../web/form.js'
import { origin } from '../../web/page.js'
import { BadInput, NotHere } from '../../web/refusals.js'
import { organisationOf, type Administrator } from '../administrator.js'
import { administrator } from '../administration.pages.js'
import type { AdministrationDeps } from '../deps.js'
import { findPeople } from './find-people.js'
import { whyNoList } from './people.messages.js'
import { sendList, showPeople } from './people.pages.js'
import { listAddress, readSearch, searchFields, type PeopleSearch, type Scope } from './search.js'
import { takeOutList } from './take-out-list.js'

type Asked = Scope & { readonly search: PeopleSearch }

/** The list of people, and that list as a file. */
export function peopleRoutes(router: Routes, { db, context }: AdministrationDeps): void {
  const found = async (asked: Asked) => {
    const people = await findPeople(db, context, asked)
    const { service } = asked.search
    if (service !== undefined && !people.services.some(({ code }) => code === service)) throw new BadInput('no service')
    return people
  }

  router.get('/behorigheter/personer', async (ctx) => {
    const who = await administrator(ctx, db)
    const asked = askedBy(who, new URLSearchParams(ctx.querystring))
    const isNumberInAddress = hasNumberIn(asked.search.words)
    const search = isNumberInAddress ? { ...asked.search, words: '' } : asked.search
    showPeople(ctx, { who, search, found: await found({ ...asked, search }), isNumberInAddress })
  })

  // What is asked for stands in an address, to be kept and sent on; but a number stands in none, and is answered here.
  router.post('/behorigheter/personer', async (ctx) => {
    const who = await administrator(ctx, db)
    const asked = askedBy(who, new URLSearchParams(await readForm(ctx, searchFields)))
    const { search } = asked
    if (hasNumberIn(search.words)) return showPeople(ctx, { who, search, found: await found(asked) })
    ctx.redirect(listAddress(search))
    ctx.status = 303
  })

  router.post('/behorigheter/personer/lista', async (ctx) => {
    const who = await administrator(ctx, db)
    const { format, nummer, ...sent } = await readForm(ctx, [...searchFields, 'format', 'nummer'])
    const asked = askedBy(who, new URLSearchParams(sent))
    if (format !== 'csv' && format !== 'xlsx') throw new BadInput('no format of ours')
    const hasNumbers = nummer === 'ja'
    const outcome = await takeOutList(db, context, {
      ...asked,
      format,
      hasNumbers,
      by: who.accountId,
      from: origin(ctx),
    })
    if (outcome.kind === 'list') return await sendList(ctx, { rows: outcome.rows, format, hasNumbers })
    const refusal = whyNoList(ctx.state, outcome.limit)
    return showPeople(ctx, { who, search: asked.search, found: await findPeople(db, context, asked), refusal })
  })
}

/** @throws NotHere for an organisation that they do not administer; BadInput for what no page of ours asks for */
const askedBy = (who: Administrator, given: URLSearchParams): Asked => {
  const search = readSearch(given)
  if (search === undefined) throw new BadInput('a search of no page of ours')
  if (search.organisation === undefined) return { search, organisations: who.organisations }
  const organisation = organisationOf(who, search.organisation)
  if (organisation === undefined) throw new NotHere('an organisation that is not theirs')
  return { search, organisations: [organisation] }
}
