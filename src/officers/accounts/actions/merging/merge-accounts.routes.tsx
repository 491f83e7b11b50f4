import { Radios, type Option } from '../../../../../views/parts/choice.js'
import { Field } from '../../../../../views/parts/field.js'
import { findByNumber, findByUsername } from '../../../../accounts/find.js'
import { mayBecomeOne, type Mergeable } from '../../../../accounts/merging/become-one.js'
import { isCoordinationNumber, readPersonalIdentityNumber } from '../../../../accounts/personal-identity-number.js'
import type { Db } from '../../../../database/database.js'
import { today } from '../../../../database/today.js'
import { appointmentsOf } from '../../../../organisations/appointments/appointments-of.js'
import { grantsOf } from '../../../../permissions/grants/grants-of.js'
import type { Ctx, Routes } from '../../../../web/context.js'
import { readForm } from '../../../../web/form.js'
import { goTo, origin } from '../../../../web/page.js'
import { NotHere } from '../../../../web/refusals.js'
import type { OfficerDeps } from '../../../deps.js'
import { findAccountHere, noteLook, type AccountHere } from '../../person/find-person.js'
import { nameOf } from '../../person/account.messages.js'
import { visitTo, type Visit } from '../../person/account.pages.js'
import { showAct } from '../account-actions.pages.js'
import { mergeAccounts, type MergedAccounts } from './merge-accounts.js'

type Refused = Exclude<MergedAccounts['kind'], 'merged'>

/** *Slå ihop med ett annat konto*: which other one, then which of the two goes on. */
export function mergingRoutes(router: Routes, parts: OfficerDeps): void {
  const { db } = parts

  router.get('/handlaggning/konton/:id/sla-ihop', async (ctx) => {
    ask(ctx, { visit: await visitTo(ctx, ctx.params['id'], parts), typed: '' })
  })

  router.post('/handlaggning/konton/:id/sla-ihop', async (ctx) => {
    const visit = await visitTo(ctx, ctx.params['id'], parts)
    const { other: typed } = await readForm(ctx, ['other'])
    const otherId = await whoIsMeant(db, typed)
    if (otherId === undefined) return ask(ctx, { visit, typed, problem: 'not-found' })
    const may = await mayEither(db, visit, otherId)
    if (may.kind !== 'mergeable') return ask(ctx, { visit, typed, problem: may.kind })
    const look = { accountId: otherId, by: visit.by.accountId, from: origin(ctx) }
    await db.transaction().execute(async (trx) => await noteLook(trx, 'account-shown', look))
    return await choose(ctx, parts, { visit, otherId })
  })

  router.post('/handlaggning/konton/:id/sla-ihop/genomfor', async (ctx) => {
    const visit = await visitTo(ctx, ctx.params['id'], parts)
    const { other: otherId, survivor } = await readForm(ctx, ['other', 'survivor'])
    const ids = [visit.account.accountId, otherId]
    const other = await findAccountHere(db, parts.context, { id: otherId, by: visit.by.accountId })
    if (other === undefined) return ask(ctx, { visit, typed: '', problem: 'not-there' })
    const accountId = ids.find((id) => id !== survivor)
    if (!ids.includes(survivor) || accountId === undefined)
      return await choose(ctx, parts, { visit, otherId, isUnchosen: true })
    const input = { accountId, to: survivor, by: visit.by.accountId, from: origin(ctx) }
    const outcome = await db.transaction().execute(async (trx) => await mergeAccounts(trx, input))
    if (outcome.kind === 'merged') return goTo(ctx, `/handlaggning/konton/${survivor}?klart=merged`)
    return ask(ctx, { visit, typed: '', problem: outcome.kind })
  })
}

/** A whole number in any written form, or a username. */
const whoIsMeant = async (db: Db, typed: string): Promise<string | undefined> => {
  const number = readPersonalIdentityNumber(typed, await today(db))
  if (number !== undefined) return (await findByNumber(db, number))?.accountId
  return (await findByUsername(db, typed))?.id
}

/** One of the two that has ended, or that administers nothing while the other does, cannot go on, but the other may. */
const mayEither = async (db: Db, { account, by }: Visit, otherId: string): Promise<Mergeable> =>
  await db.transaction().execute(async (trx) => {
    const [one, two] = [account.accountId, otherId]
    const may = await mayBecomeOne(trx, { accountId: one, to: two, by: by.accountId })
    const isOtherWay = may.kind === 'ended' || may.kind === 'administrator'
    return isOtherWay ? await mayBecomeOne(trx, { accountId: two, to: one, by: by.accountId }) : may
  })

interface Asked {
  readonly visit: Visit
  readonly typed: string
  readonly problem?: 'not-found' | Refused
}

const ask = (ctx: Ctx, { visit, typed, problem }: Asked): void => {
  const { merging: words } = ctx.state.text.officers
  const why = problem === 'not-found' ? words.notFound : problem && words.refused[problem]
  const errors = why === undefined ? [] : [why]
  showAct(ctx, {
    visit,
    path: 'sla-ihop',
    title: words.title,
    words: words.words,
    label: words.next,
    errors: errors.map((message) => ({ field: 'other', message })),
    children: <Field name="other" label={words.other} autocomplete="off" value={typed} errors={errors} />,
  })
}

interface Choice {
  readonly visit: Visit
  readonly otherId: string
  readonly isUnchosen?: boolean
}

const choose = async (ctx: Ctx, { db, context }: OfficerDeps, { visit, otherId, isUnchosen = false }: Choice) => {
  const { merging: words } = ctx.state.text.officers
  const other = await findAccountHere(db, context, { id: otherId, by: visit.by.accountId })
  if (other === undefined) throw new NotHere('nobody’s account')
  const options = await Promise.all([visit.account, other].map(async (account) => await optionOf(ctx, db, account)))
  const errors = isUnchosen ? [words.chooseOne] : []
  showAct(ctx, {
    visit,
    path: 'sla-ihop/genomfor',
    title: words.chooseTitle,
    words: [words.chooseWords],
    label: words.doIt,
    errors: errors.map((message) => ({ field: 'survivor', message })),
    kept: { other: otherId },
    children: <Radios name="survivor" legend={words.survivor} options={options} chosen="" errors={errors} />,
  })
}

const optionOf = async (ctx: Ctx, db: Db, account: AccountHere): Promise<Option> => {
  const { text } = ctx.state
  const { merging: words, accountActions } = text.officers
  const { accountId, number, username, isProtected } = account
  const [held, appointed] = [await grantsOf(db, accountId), await appointmentsOf(db, accountId)]
  const isLive = (state: string) => state !== 'ended' && state !== 'expired'
  const kind = isCoordinationNumber(number) ? words.coordination : words.ordinary
  const facts = words.facts(
    kind,
    number.slice(0, 8),
    String(held.filter(({ grant }) => isLive(grant.state)).length),
    String(appointed.filter(({ state }) => isLive(state)).length),
  )
  return {
    value: accountId,
    label: accountActions.whom(nameOf(text, account), username),
    words: isProtected ? words.hiddenNumber : facts,
  }
}
