import { isBlank } from '../../../../values/characters.js'
import { Field } from '../../../../../views/parts/field.js'
import { changeNumber, type ChangedNumber } from '../../../../accounts/change-number.js'
import { checkPersonalIdentityNumber, type CheckedNumber } from '../../../../accounts/personal-identity-number.js'
import { today } from '../../../../database/today.js'
import type { Text } from '../../../../text/text.js'
import type { Ctx, Routes } from '../../../../web/context.js'
import { readForm } from '../../../../web/form.js'
import { goTo, origin } from '../../../../web/page.js'
import type { OfficerDeps } from '../../../deps.js'
import { visitTo, type Visit } from '../../person/account.pages.js'
import { showAct } from '../account-actions.pages.js'

/**
 * *Ändra personnummer*, for an officer who has just shown who they are: somebody has got another one, and nobody else
 * has it.
 */
export function numberRoutes(router: Routes, parts: OfficerDeps): void {
  const { db } = parts

  router.get('/handlaggning/konton/:id/personnummer', async (ctx) => {
    show(ctx, { visit: await visitTo(ctx, ctx.params['id'], parts), typed: '' })
  })

  router.post('/handlaggning/konton/:id/personnummer', async (ctx) => {
    const visit = await visitTo(ctx, ctx.params['id'], parts)
    const { number: typed } = await readForm(ctx, ['number'])
    const read = checkPersonalIdentityNumber(typed, await today(db))
    if (read.kind !== 'number') return show(ctx, { visit, typed, problem: read.kind })
    const input = { accountId: visit.account.accountId, by: visit.by.accountId, number: read.number, from: origin(ctx) }
    const outcome = await db.transaction().execute(async (trx) => await changeNumber(trx, input))
    if (outcome.kind === 'changed') return goTo(ctx, `${visit.at}?klart=number`)
    return show(ctx, { visit, typed, problem: outcome.kind })
  })
}

interface Shown {
  readonly visit: Visit
  readonly typed: string
  readonly problem?: Exclude<CheckedNumber['kind'] | ChangedNumber['kind'], 'number' | 'changed'>
}

const show = (ctx: Ctx, { visit, typed, problem }: Shown): void => {
  const { number: words } = ctx.state.text.officers.merging
  const errors = problem === undefined || problem === 'not-changed' ? [] : [whyNot(ctx.state.text, problem, typed)]
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

const whyNot = ({ officers, mistakes }: Text, problem: Wrong, typed: string): string => {
  if (problem === 'taken') return officers.merging.number.taken
  return isBlank(typed) ? mistakes.missing.number : mistakes.number[problem]
}

type Wrong = Exclude<NonNullable<Shown['problem']>, 'not-changed'>
