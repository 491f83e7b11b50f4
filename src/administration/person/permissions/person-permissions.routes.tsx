import { randomUUID } from 'node:crypto'
import { allOrNone } from '../../../database/all-or-none.js'
import type { Ctx, Routes } from '../../../web/context.js'
import { readForm } from '../../../web/form.js'
import { goTo, origin } from '../../../web/page.js'
import { BadInput, NotHere } from '../../../web/refusals.js'
import type { AdministrationDeps } from '../../deps.js'
import { findPerson, isLive } from '../find-person.js'
import { visitTo, type Visit } from '../person.pages.js'
import { actOnGrants } from './act-on-grants.js'
import { chosenOf, firstDayOf, readIds, tickedIn, type Chosen } from './chosen.js'
import { hasLeft } from './has-left.js'
import { fieldOf, whyRefused } from './person-permissions.messages.js'
import { asksFrom, showAct, showLeaving, type ActKind } from './person-permissions.pages.js'
import { readDays, readEnding, readPause, type ReadAct } from './person-permissions.form.js'

/** What is done to permissions that somebody has. Whose they are is settled before the form is read. */
export function permissionRoutes(router: Routes, parts: AdministrationDeps): void {
  actRoutes(router, parts)
  leavingRoutes(router, parts)
}

const actRoutes = (router: Routes, parts: AdministrationDeps): void => {
  router.get(
    '/behorigheter/personer/:id/dagar',
    async (ctx) => await open(ctx, ctx.params['id'], { ...parts, kind: 'days' }),
  )
  router.get(
    '/behorigheter/personer/:id/paus',
    async (ctx) => await open(ctx, ctx.params['id'], { ...parts, kind: 'pause' }),
  )
  router.get(
    '/behorigheter/personer/:id/ateruppta',
    async (ctx) => await open(ctx, ctx.params['id'], { ...parts, kind: 'resume' }),
  )
  router.get(
    '/behorigheter/personer/:id/avsluta',
    async (ctx) => await open(ctx, ctx.params['id'], { ...parts, kind: 'end' }),
  )

  router.post('/behorigheter/personer/:id/dagar', async (ctx) => {
    const visit = await visitTo(ctx, ctx.params['id'], parts)
    const typed = await readForm(ctx, ['grants', 'from', 'to'])
    const chosen = await chosenFrom(parts, visit, typed.grants)
    const read = readDays(ctx.state.text, typed, { asksFrom: asksFrom(chosen) })
    await act(ctx, parts, { visit, kind: 'days', typed, chosen, read })
  })

  router.post('/behorigheter/personer/:id/paus', async (ctx) => {
    const visit = await visitTo(ctx, ctx.params['id'], parts)
    const typed = await readForm(ctx, ['grants', 'from', 'to', 'reason'])
    const chosen = await chosenFrom(parts, visit, typed.grants)
    await act(ctx, parts, { visit, kind: 'pause', typed, chosen, read: readPause(ctx.state.text, typed) })
  })

  router.post('/behorigheter/personer/:id/ateruppta', async (ctx) => {
    const visit = await visitTo(ctx, ctx.params['id'], parts)
    const typed = await readForm(ctx, ['grants'])
    const chosen = await chosenFrom(parts, visit, typed.grants)
    await act(ctx, parts, { visit, kind: 'resume', typed, chosen, read: { kind: 'read', act: { kind: 'resume' } } })
  })

  router.post('/behorigheter/personer/:id/avsluta', async (ctx) => {
    const visit = await visitTo(ctx, ctx.params['id'], parts)
    const typed = await readForm(ctx, ['grants', 'when', 'day'])
    const chosen = await chosenFrom(parts, visit, typed.grants)
    await act(ctx, parts, { visit, kind: 'end', typed, chosen, read: readEnding(ctx.state.text, typed) })
  })
}

const leavingRoutes = (router: Routes, parts: AdministrationDeps): void => {
  const { db } = parts

  router.get('/behorigheter/personer/:id/har-slutat', async (ctx) => {
    const visit = await visitTo(ctx, ctx.params['id'], parts)
    showLeaving(ctx, leavingFrom(visit, ctx.query['organisation'] ?? visit.person.held[0]?.organisation.id))
  })

  router.post('/behorigheter/personer/:id/har-slutat', async (ctx) => {
    const visit = await visitTo(ctx, ctx.params['id'], parts)
    const typed = await readForm(ctx, ['organisation'])
    if (readIds(typed.organisation) === undefined) throw new BadInput('not the id of an organisation')
    const leaving = leavingFrom(visit, typed.organisation)
    const { accountId } = visit.person.row
    const input = {
      accountId,
      organisationId: leaving.organisation.id,
      act: randomUUID(),
      by: visit.by.accountId,
      from: origin(ctx),
    }
    const outcome = await db.transaction().execute(async (trx) => await hasLeft(trx, input))
    if (outcome.kind === 'ended') return goTo(ctx, `${visit.at}?klart=klart`)
    return showLeaving(ctx, { ...leaving, held: [] })
  })
}

const open = async (
  ctx: Ctx,
  id: string | undefined,
  { kind, ...parts }: AdministrationDeps & { readonly kind: ActKind },
) => {
  const visit = await visitTo(ctx, id, parts)
  const ticked = tickedIn(ctx.query)
  if (ticked === '') return goTo(ctx, `${visit.at}?valj=ingen`)
  const chosen = await chosenFrom(parts, visit, ticked)
  return showAct(ctx, kind, { visit, chosen, typed: typedFrom(kind, chosen) })
}

/** What the form says before anybody has typed: the last day that there is. */
const typedFrom = (kind: ActKind, chosen: Chosen): Readonly<Record<string, string>> => {
  const [first] = chosen.held
  if (kind !== 'days' || first === undefined || chosen.held.length > 1) return {}
  const { grant } = first
  return { from: firstDayOf(first), to: 'until' in grant && grant.until !== undefined ? grant.until : '' }
}

const chosenFrom = async ({ db }: AdministrationDeps, { by, person }: Visit, written: string): Promise<Chosen> => {
  const grantIds = readIds(written)
  if (grantIds === undefined) throw new BadInput('not the ids of grants')
  const chosen = await chosenOf(db, by, { person, grantIds })
  if (chosen === undefined) throw new NotHere('a permission that is not theirs')
  return chosen
}

interface Acting {
  readonly visit: Visit
  readonly kind: ActKind
  readonly typed: Readonly<Record<string, string>> & { readonly grants: string }
  readonly chosen: Chosen
  readonly read: ReadAct
}

const act = async (
  ctx: Ctx,
  parts: AdministrationDeps,
  { visit, kind, typed, chosen, read }: Acting,
): Promise<void> => {
  const { text } = ctx.state
  if (read.kind === 'wrong') return showAct(ctx, kind, { visit, chosen, typed, errors: read.errors })
  const refusedAs = (reason: Parameters<typeof whyRefused>[1], now: Chosen) => {
    const message = whyRefused(text, reason)
    const field = fieldOf(reason, Object.keys(typed))
    const errors = field === undefined ? {} : { errors: [{ field, message }] }
    return showAct(ctx, kind, { visit, chosen: now, typed, ...errors, refusal: message })
  }
  if (chosen.isStale) return refusedAs('changed-meanwhile', chosen)
  const input = {
    accountId: visit.person.row.accountId,
    grants: chosen.held.map((held) => ({ grantId: held.grantId, validFrom: firstDayOf(held) })),
    act: randomUUID(),
    by: visit.by.accountId,
    from: origin(ctx),
  }
  const outcome = await allOrNone(parts.db, 'done', async (trx) => await actOnGrants(trx, input, read.act))
  if (outcome.kind === 'done') return goTo(ctx, `${visit.at}?klart=klart`)
  // As it is now: somebody else may have come first.
  const person = await findPerson(parts.db, visit.by, input.accountId)
  if (person === undefined) throw new NotHere('nobody at an organisation of theirs any more')
  return refusedAs(outcome.reason, await chosenFrom(parts, { ...visit, person }, typed.grants))
}

/** The organisation is one where the person is or was, of those that the administrator has. */
const leavingFrom = (visit: Visit, organisationId: unknown) => {
  const here = visit.person.held.filter(({ organisation }) => organisation.id === organisationId)
  const [first] = here
  if (first === undefined) throw new NotHere('not an organisation where the person is')
  return { visit, organisation: first.organisation, held: visit.person.isSelf ? [] : here.filter(isLive) }
}
