import { askForEnding } from '../../../accounts/ending-requests/ask-for-ending.js'
import { orderAgain } from '../../../one-time-passwords/order-again.js'
import type { Routes } from '../../../web/context.js'
import { readForm } from '../../../web/form.js'
import { goTo, origin } from '../../../web/page.js'
import type { AdministrationDeps } from '../../deps.js'
import { visitTo } from '../person.pages.js'
import { orderLetterAgain } from './letter-again.js'
import { showEnding, showLetterAgain, showPassword } from './person-account.pages.js'

/** What concerns the account itself: a new one-time password, and that it be ended. */
export function accountRoutes(router: Routes, parts: AdministrationDeps): void {
  const { db, context } = parts

  router.get('/behorigheter/personer/:id/engangslosenord', async (ctx) => {
    await showPassword(ctx, parts, { visit: await visitTo(ctx, ctx.params['id'], parts) })
  })

  router.post('/behorigheter/personer/:id/engangslosenord', async (ctx) => {
    const visit = await visitTo(ctx, ctx.params['id'], parts)
    await readForm(ctx, [])
    const { person, by, at } = visit
    if (person.isSelf) return await showPassword(ctx, parts, { visit, refused: 'no-recipient' })
    const input = {
      accountId: person.row.accountId,
      by: by.accountId,
      organisationId: person.held[0]?.organisation.id ?? '',
      from: origin(ctx),
    }
    const outcome = await db.transaction().execute(async (trx) => await orderAgain(trx, context, input))
    if (outcome.kind === 'ordered') return goTo(ctx, `${at}?klart=losenord`)
    return await showPassword(ctx, parts, { visit, refused: outcome.kind })
  })

  router.get('/behorigheter/personer/:id/brev', async (ctx) => {
    await showLetterAgain(ctx, parts, { visit: await visitTo(ctx, ctx.params['id'], parts) })
  })

  router.post('/behorigheter/personer/:id/brev', async (ctx) => {
    const visit = await visitTo(ctx, ctx.params['id'], parts)
    await readForm(ctx, [])
    const { person, by, at } = visit
    const input = {
      person,
      by: by.accountId,
      organisationId: person.held[0]?.organisation.id ?? '',
      from: origin(ctx),
    }
    const outcome = await db.transaction().execute(async (trx) => await orderLetterAgain(trx, input))
    if (outcome.kind === 'ordered') return goTo(ctx, `${at}?klart=brev`)
    return await showLetterAgain(ctx, parts, { visit, refused: outcome.kind })
  })

  router.get('/behorigheter/personer/:id/avsluta-konto', async (ctx) => {
    await showEnding(ctx, parts, { visit: await visitTo(ctx, ctx.params['id'], parts), typed: { reason: '' } })
  })

  router.post('/behorigheter/personer/:id/avsluta-konto', async (ctx) => {
    const visit = await visitTo(ctx, ctx.params['id'], parts)
    const typed = await readForm(ctx, ['reason'])
    const reason = typed.reason.normalize('NFC').replaceAll('\r\n', '\n').trim()
    if (!isUsable(reason)) return await showEnding(ctx, parts, { visit, typed, refused: 'wrong-reason' })
    const { person, by, at } = visit
    const input = {
      accountId: person.row.accountId,
      organisationId: person.held[0]?.organisation.id ?? '',
      by: by.accountId,
      reason,
      from: origin(ctx),
    }
    const outcome = await db.transaction().execute(async (trx) => await askForEnding(trx, input))
    if (outcome.kind === 'asked') return goTo(ctx, `${at}?klart=avslut`)
    return await showEnding(ctx, parts, { visit, typed, refused: outcome.kind })
  })
}

/** A few sentences, on several lines if need be. */
const isUsable = (reason: string) =>
  reason !== '' && reason.length <= 500 && !/[\p{Cs}\p{Cn}\u{FFFD}]|(?!\n)\p{Cc}/u.test(reason)
