import { Field } from '../../../../../views/parts/field.js'
import { changeNumber, type ChangedNumber } from '../../../../accounts/change-number.js'
import { readPersonalIdentityNumber } from '../../../../accounts/personal-identity-number.js'
import { today } from '../../../../database/today.js'
import type { Ctx, Routes } from '../../../../web/context.js'
import { readForm } from '../../../../web/form.js'
import { goTo, origin } from '../../../../web/page.js'
import type { OfficerParts } from '../../../routes.js'
import { visitTo, type Visit } from '../../person/pages.js'
import { showAct } from '../pages.js'

/**
 * *Ändra personnummer*, for an officer who has just shown who they are: somebody has got another one, and nobody else
 * has it.
 */
export function numberRoutes(router: Routes, parts: OfficerParts): void {
  const { db } = parts

  router.get('/handlaggning/konton/:id/personnummer', async (ctx) => {
    show(ctx, { visit: await visitTo(ctx, ctx.params['id'], parts), typed: '' })
  })

  router.post('/handlaggning/konton/:id/personnummer', async (ctx) => {
    const visit = await visitTo(ctx, ctx.params['id'], parts)
    const { number: typed } = await readForm(ctx, ['number'])
    const number = readPersonalIdentityNumber(typed, await today(db))
    if (number === undefined) return show(ctx, { visit, typed, problem: 'wrong' })
    const input = { accountId: visit.account.accountId, by: visit.by.accountId, number, from: origin(ctx) }
    const outcome = await db.transaction().execute(async (trx) => await changeNumber(trx, input))
    if (outcome.kind === 'changed') return goTo(ctx, `${visit.at}?klart=number`)
    return show(ctx, { visit, typed, problem: outcome.kind })
  })
}

interface Shown {
  readonly visit: Visit
  readonly typed: string
  readonly problem?: 'wrong' | Exclude<ChangedNumber['kind'], 'changed'>
}

const show = (ctx: Ctx, { visit, typed, problem }: Shown): void => {
  const { number: words } = ctx.state.text.officers.merging
  const errors = problem === 'wrong' || problem === 'taken' ? [words[problem]] : []
  showAct(ctx, {
    visit,
    path: 'personnummer',
    title: words.title,
    words: [words.words],
    label: words.label,
    refusal: problem === 'not-changed' ? words.refused : undefined,
    errors: errors.map((message) => ({ field: 'number', message })),
    children: <Field name="number" label={words.field} autocomplete="off" value={typed} errors={errors} isShort />,
  })
}
