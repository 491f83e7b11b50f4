import { ReasonField } from '../../../../../views/officers/accounts/act.js'
import type { Ctx, Routes } from '../../../../web/context.js'
import { readForm } from '../../../../web/form.js'
import { goTo, origin } from '../../../../web/page.js'
import type { OfficerDeps } from '../../../deps.js'
import { visitTo, type Visit } from '../../person/account.pages.js'
import { showAct } from '../account-actions.pages.js'
import { readWords } from '../account-actions.form.js'
import { endAccount, reopenAccount } from './end-account.js'

/** *Avsluta kontot* and *Öppna kontot igen*, for an officer who has just shown who they are. */
export function endingRoutes(router: Routes, parts: OfficerDeps): void {
  const { db } = parts

  router.get('/handlaggning/konton/:id/avsluta', async (ctx) => {
    show(ctx, 'end', { visit: await visitTo(ctx, ctx.params['id'], parts), reason: '' })
  })

  router.post('/handlaggning/konton/:id/avsluta', async (ctx) => {
    const visit = await visitTo(ctx, ctx.params['id'], parts)
    const input = await inputFrom(ctx, visit)
    if (input.reason === undefined) return show(ctx, 'end', { visit, reason: input.typed, problem: 'wrong-reason' })
    const ending = { ...input, reason: input.reason }
    const outcome = await db.transaction().execute(async (trx) => await endAccount(trx, ending))
    if (outcome.kind === 'ended') return goTo(ctx, `${visit.at}?klart=end`)
    const problem = outcome.kind === 'last-officer' ? 'last-officer' : 'refused'
    return show(ctx, 'end', { visit, reason: input.typed, problem })
  })

  router.get('/handlaggning/konton/:id/oppna', async (ctx) => {
    show(ctx, 'reopen', { visit: await visitTo(ctx, ctx.params['id'], parts), reason: '' })
  })

  router.post('/handlaggning/konton/:id/oppna', async (ctx) => {
    const visit = await visitTo(ctx, ctx.params['id'], parts)
    const input = await inputFrom(ctx, visit)
    if (input.reason === undefined) return show(ctx, 'reopen', { visit, reason: input.typed, problem: 'wrong-reason' })
    const opening = { ...input, reason: input.reason }
    const outcome = await db.transaction().execute(async (trx) => await reopenAccount(trx, opening))
    if (outcome.kind === 'reopened') return goTo(ctx, `${visit.at}?klart=reopen`)
    return show(ctx, 'reopen', { visit, reason: input.typed, problem: 'refused' })
  })
}

const inputFrom = async (ctx: Ctx, { account, by }: Visit) => {
  const { reason: typed } = await readForm(ctx, ['reason'])
  return { accountId: account.accountId, by: by.accountId, reason: readWords(typed), typed, from: origin(ctx) }
}

interface Shown {
  readonly visit: Visit
  readonly reason: string
  readonly problem?: 'wrong-reason' | 'refused' | 'last-officer'
}

const show = (ctx: Ctx, act: 'end' | 'reopen', { visit, reason, problem }: Shown): void => {
  const { text } = ctx.state
  const { accountActions } = text.officers
  const words = accountActions[act]
  const isPossible = (visit.account.endedAt === null) === (act === 'end')
  const refusals = { refused: words.refused, 'last-officer': accountActions.end.lastOfficer, 'wrong-reason': undefined }
  const errors = problem === 'wrong-reason' ? [{ field: 'reason', message: accountActions.wrongReason }] : []
  showAct(ctx, {
    visit,
    path: act === 'end' ? 'avsluta' : 'oppna',
    title: words.title,
    words: words.words,
    label: words.label,
    cannot: isPossible || problem !== undefined ? undefined : words.refused,
    refusal: refusals[problem ?? 'wrong-reason'],
    errors,
    children: <ReasonField text={text} typed={{ reason }} errors={errors} />,
  })
}
