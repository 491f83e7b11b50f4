import { allOrNone } from '../../database/all-or-none.js'
import { changeRules, rulesInForce } from '../../permissions/configured/change-rules.js'
import type { Routes } from '../../web/context.js'
import { readForm } from '../../web/form.js'
import { goTo, origin } from '../../web/page.js'
import { BadInput } from '../../web/refusals.js'
import { officer } from '../officers.pages.js'
import type { OfficerDeps } from '../deps.js'
import { showChange, showTable } from './administration-rules.pages.js'
import { changesIn, readKept } from './administration-rules.form.js'

/** Who administers what: the table, what a change of it would mean, and the change. */
export function ruleRoutes(router: Routes, { db }: OfficerDeps): void {
  router.get('/handlaggning/vem-administrerar', async (ctx) => {
    await officer(ctx, db)
    const { rules: words } = ctx.state.text.officers
    const isDone = ctx.query['klart'] === 'changed'
    const note = { kind: 'success', words: words.done } as const
    showTable(ctx, { rules: await rulesInForce(db), ...(isDone && { note }) })
  })

  router.get('/handlaggning/vem-administrerar/andra', async (ctx) => {
    await officer(ctx, db)
    const rules = await rulesInForce(db)
    const changes = changesIn(rules, new URLSearchParams(ctx.querystring))
    if (changes === undefined) throw new BadInput('no rules of ours')
    const { nothingChanged: words } = ctx.state.text.officers.rules
    if (changes.length === 0) return showTable(ctx, { rules, note: { kind: 'info', words } })
    return await showChange(ctx, db, changes)
  })

  router.post('/handlaggning/vem-administrerar', async (ctx) => {
    const { accountId: by } = await officer(ctx, db)
    const { changes: kept } = await readForm(ctx, ['changes'])
    const changes = readKept(await rulesInForce(db), kept)
    if (changes === undefined) throw new BadInput('no rules of ours')
    const input = { rules: changes, by, from: origin(ctx) }
    const outcome = await allOrNone(db, 'changed', async (trx) => await changeRules(trx, input))
    if (outcome.kind === 'changed') return goTo(ctx, '/handlaggning/vem-administrerar?klart=changed')
    const { stale: words } = ctx.state.text.officers.rules
    return showTable(ctx, { rules: await rulesInForce(db), note: { kind: 'error', words } })
  })
}
