import { isBlank } from '../../../values/characters.js'
import { whyNotDetail } from '../../../accounts/details/details.js'
import { randomUUID } from 'node:crypto'
import { allOrNone } from '../../../database/all-or-none.js'
import { today } from '../../../database/today.js'
import { readDayOfThisCentury as readDay } from '../../../values/day.js'
import type { Ctx, Routes } from '../../../web/context.js'
import { readForm } from '../../../web/form.js'
import { goTo, origin } from '../../../web/page.js'
import { BadInput, NotHere } from '../../../web/refusals.js'
import type { OfficerDeps } from '../../deps.js'
import { selectServices } from '../page/organisation.queries.js'
import { idOf, visitTo, type Visit } from '../organisations.pages.js'
import { actForAgency } from './act.js'
import { findForGiving, giveForAgency, type Named } from './give.js'
import { fieldOf, whyNotChanged, whyNotGiven } from './organisation-permissions.messages.js'
import { showAct, showGiving, showPermissions } from './organisation-permissions.pages.js'
import { selectHeld } from './organisation-permissions.queries.js'
import {
  actFields,
  givingFields,
  isNothingTold,
  readAct,
  readNewPerson,
  readWho,
  type GivingField,
  type TypedGiving,
} from './organisation-permissions.form.js'

interface Mistake {
  readonly field: GivingField
  readonly message: string
}

/** Services that the agency keeps for the organisation: given, changed, paused and ended by officers. */
export function grantingRoutes(router: Routes, parts: OfficerDeps): void {
  const { db } = parts
  router.get('/handlaggning/organisationer/:id/behorigheter', async (ctx) => {
    const { organisation } = await visitTo(ctx, db)
    const services = await selectServices(db, organisation.id)
    const kept = services.filter(({ isLocal }) => !isLocal).map(({ code }) => code)
    const held = await selectHeld(db, { organisationId: organisation.id, services: kept })
    showPermissions(ctx, { organisation, services, held })
  })

  router.get('/handlaggning/organisationer/:id/ge', async (ctx) => {
    const { organisation } = await openVisit(ctx, parts)
    const services = await selectServices(db, organisation.id)
    showGiving(ctx, { organisation, services, typed: { ...nothingTyped, from: await today(db) } })
  })

  router.post('/handlaggning/organisationer/:id/ge', async (ctx) => {
    const visit = await openVisit(ctx, parts)
    const typed = await readForm(ctx, givingFields)
    const mistakes = await give(ctx, parts, { ...visit, typed })
    const at = `/handlaggning/organisationer/${visit.organisation.id}`
    if (mistakes.length === 0) return goTo(ctx, `${at}/behorigheter?klart=given`)
    const services = await selectServices(db, visit.organisation.id)
    return showGiving(ctx, { organisation: visit.organisation, services, typed, errors: mistakes })
  })
  actRoutes(router, parts)
}

const give = async (
  ctx: Ctx,
  { db }: OfficerDeps,
  { by, organisation, typed }: Visit & { readonly typed: TypedGiving },
): Promise<readonly Mistake[]> => {
  const { granting: words } = ctx.state.text.officers
  const action = { organisationId: organisation.id, by: by.accountId, from: origin(ctx) }
  const [validFrom, validTo] = [readDay(typed.from), readDay(typed.to)]
  const isKnownService = (await selectServices(db, organisation.id)).some(({ code }) => code === typed.what)
  const mistakes: readonly (Mistake | false)[] = [
    isBlank(typed.who) && { field: 'who', message: words.wrong.who },
    !isKnownService && { field: 'what', message: words.wrong.what },
    validFrom === undefined && { field: 'from', message: ctx.state.text.mistakes['no-date'] },
    validTo === undefined && !isBlank(typed.to) && { field: 'to', message: ctx.state.text.mistakes['no-date'] },
  ]
  const wrong = mistakes.filter((mistake) => mistake !== false)
  if (wrong.length > 0 || validFrom === undefined) return wrong
  const who = readWho(typed.who, await today(db))
  const found = await findForGiving(db, { ...who, ...action })
  if (found.kind === 'ended') return [{ field: 'who', message: words.wrong.ended }]
  const to = found.kind === 'known' ? { accountId: found.accountId } : named(ctx, typed, who)
  if ('wrong' in to) return to.wrong
  const input = {
    ...action,
    to,
    service: typed.what,
    validFrom,
    ...(validTo !== undefined && { validTo }),
    act: randomUUID(),
  }
  // That it was tried for somebody known is kept in the record; an account for somebody new stands or falls with it.
  const outcome =
    'person' in to
      ? await allOrNone(db, 'granted', async (trx) => await giveForAgency(trx, input))
      : await db.transaction().execute(async (trx) => await giveForAgency(trx, input))
  return outcome.kind === 'granted'
    ? []
    : [{ field: fieldOf(outcome.kind), message: whyNotGiven(ctx.state.text, outcome.kind) }]
}

const named = (
  ctx: Ctx,
  typed: TypedGiving,
  who: ReturnType<typeof readWho>,
): Named | { readonly wrong: readonly Mistake[] } => {
  const { wrong } = ctx.state.text.officers.granting
  if ('username' in who) {
    const message = who.wrong === undefined ? wrong.unknownUsername : ctx.state.text.mistakes.number[who.wrong]
    return { wrong: [{ field: 'who', message }] }
  }
  if (isNothingTold(typed)) return { wrong: [{ field: 'who', message: wrong.unknownPerson }] }
  const read = readNewPerson(typed, who.number)
  return 'person' in read
    ? read
    : {
        wrong: read.wrong.map((field) => ({ field, message: whyNotDetail(ctx.state.text, field, typed) })),
      }
}

const actRoutes = (router: Routes, parts: OfficerDeps): void => {
  const { db } = parts
  const one = async (ctx: Addressed, visit: Visit) => {
    const services = await selectServices(db, visit.organisation.id)
    const codes = services.map(({ code }) => code)
    const rows = await selectHeld(db, { organisationId: visit.organisation.id, services: codes })
    const row = rows.find(({ grantId }) => grantId === idOf(ctx, 'grant'))
    if (row === undefined) return undefined
    const isKept = services.some(({ code, isLocal }) => code === row.service && !isLocal)
    return { row, isTheirs: isKept && row.accountId !== visit.by.accountId }
  }

  router.get('/handlaggning/organisationer/:id/behorigheter/:grant', async (ctx) => {
    const visit = await visitTo(ctx, db)
    const found = await one(ctx, visit)
    if (found === undefined) throw new NotHere('no permission that holds there')
    showAct(ctx, { organisation: visit.organisation, ...found })
  })

  router.post('/handlaggning/organisationer/:id/behorigheter/:grant', async (ctx) => {
    const visit = await visitTo(ctx, db)
    const { organisation } = visit
    const found = await one(ctx, visit)
    if (found === undefined) throw new NotHere('no permission that holds there')
    const typed = await readForm(ctx, actFields)
    const act = readAct(typed)
    if (act === undefined) throw new BadInput('no act of ours')
    const { text } = ctx.state
    if (!('kind' in act)) {
      const errors = act.map(({ field, what }) => ({
        field,
        message: what === 'reason' ? text.officers.granting.wrong.reason : text.mistakes[what],
      }))
      return showAct(ctx, { organisation, ...found, typed, errors })
    }
    const { grantId, accountId, service } = found.row
    const on = { grantId, accountId, service, act: randomUUID(), by: visit.by.accountId, from: origin(ctx) }
    const outcome = await allOrNone(db, 'done', async (trx) => await actForAgency(trx, on, act))
    if (outcome.kind === 'done')
      return goTo(ctx, `/handlaggning/organisationer/${organisation.id}/behorigheter?klart=done`)
    const refused = { message: whyNotChanged(text, outcome.kind), isStale: outcome.kind === 'changed-meanwhile' }
    return showAct(ctx, { organisation, ...found, typed, refused })
  })
}

type Addressed = Ctx & { readonly params: Readonly<Record<string, string>> }

const openVisit = async (ctx: Addressed, { db }: OfficerDeps): Promise<Visit> => {
  const visit = await visitTo(ctx, db)
  if (visit.organisation.closedAt !== null) throw new NotHere('a closed one is as it was')
  return visit
}

const nothingTyped: TypedGiving = {
  who: '',
  what: '',
  from: '',
  to: '',
  givenName: '',
  familyName: '',
  hasOneName: '',
  email: '',
  street: '',
  postalCode: '',
  locality: '',
  country: '',
}
