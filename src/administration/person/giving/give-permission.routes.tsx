import { randomUUID } from 'node:crypto'
import type { Option } from '../../../../views/parts/choice.js'
import { today } from '../../../database/today.js'
import { servicesAt } from '../../../permissions/services-at.js'
import type { Ctx, Routes } from '../../../web/context.js'
import { readForm } from '../../../web/form.js'
import { goTo, origin } from '../../../web/page.js'
import { NotHere } from '../../../web/refusals.js'
import { organisationOf } from '../../administrator.js'
import type { AdministrationDeps } from '../../deps.js'
import { isLive, type PersonHere } from '../find-person.js'
import { visitTo, type Visit } from '../person.pages.js'
import { fieldOf, whyRefused } from '../permissions/person-permissions.messages.js'
import { readDays } from '../permissions/person-permissions.form.js'
import { giveAnother } from './give-another.js'
import { showGive } from './give-permission.pages.js'

/** Another permission for somebody who is here already. */
export function givingRoutes(router: Routes, parts: AdministrationDeps): void {
  const { db } = parts

  router.get('/behorigheter/personer/:id/ge', async (ctx) => {
    const visit = await visitTo(ctx, ctx.params['id'], parts)
    const options = await optionsFor(ctx, parts, visit)
    showGive(ctx, {
      visit,
      options,
      typed: { from: await today(db), what: options.length === 1 ? (options[0]?.value ?? '') : '' },
    })
  })

  router.post('/behorigheter/personer/:id/ge', async (ctx) => {
    const visit = await visitTo(ctx, ctx.params['id'], parts)
    const typed = await readForm(ctx, ['what', 'from', 'to'])
    const { text } = ctx.state
    const options = await optionsFor(ctx, parts, visit)
    const chosen = readWhat(visit, typed.what)
    const read = readDays(text, typed, { asksFrom: true })
    const errors = [
      ...(chosen === undefined ? [{ field: 'what', message: text.administration.personActions.wrong.what }] : []),
      ...(read.kind === 'wrong' ? read.errors : []),
    ]
    if (chosen === undefined || read.kind === 'wrong') return showGive(ctx, { visit, options, typed, errors })
    if (read.act.kind !== 'change' || read.act.validFrom === undefined)
      throw new Error('Days were read as something else.')
    const { validFrom, validTo } = read.act
    const input = {
      ...chosen,
      accountId: visit.person.row.accountId,
      validFrom,
      ...(validTo !== undefined && { validTo }),
      by: visit.by.accountId,
      from: origin(ctx),
      act: randomUUID(),
    }
    // Kept also when it is refused: that it was tried is in the record.
    const outcome = await db.transaction().execute(async (trx) => await giveAnother(trx, input))
    if (outcome.kind === 'granted') return goTo(ctx, `${visit.at}?klart=klart`)
    const message = whyRefused(text, outcome.kind)
    const field = fieldOf(outcome.kind, Object.keys(typed))
    return showGive(ctx, { visit, options, typed, ...(field && { errors: [{ field, message }] }), refusal: message })
  })
}

/** What the administrator may give at their own organisations; nothing to themselves. */
const optionsFor = async (ctx: Ctx, { db }: AdministrationDeps, { by, person }: Visit): Promise<readonly Option[]> => {
  if (person.isSelf || person.row.endedAt !== null) return []
  const all = await Promise.all(
    by.organisations.map(async ({ id, name }) => {
      const services = await servicesAt(db, { organisationId: id, by: by.accountId })
      return services
        .filter(({ isTheirs, code }) => isTheirs && !hasForGood(person, { organisationId: id, service: code }))
        .map((service) => ({
          value: `${id}.${service.code}`,
          label: service[ctx.state.language],
          words: by.organisations.length > 1 ? name : undefined,
        }))
    }),
  )
  return all.flat()
}

/** What holds until further notice leaves no day on which the same could be given. */
const hasForGood = (
  { held }: PersonHere,
  { organisationId, service }: { readonly organisationId: string; readonly service: string },
): boolean =>
  held.some(
    (one) =>
      isLive(one) &&
      one.organisation.id === organisationId &&
      one.service.code === service &&
      !('until' in one.grant && one.grant.until !== undefined) &&
      one.grant.state !== 'planned',
  )

/**
 * An organisation of theirs and a service; the statement that grants decides the rest.
 * @throws NotHere for an organisation that is another's or nobody's
 */
const readWhat = ({ by }: Visit, typed: string) => {
  const [, organisationId = '', service = ''] = /^([0-9a-f-]{36})\.([a-z-]{1,60})$/.exec(typed) ?? []
  if (organisationId === '') return undefined
  if (organisationOf(by, organisationId) === undefined) throw new NotHere('not an organisation of theirs')
  return { organisationId, service }
}
