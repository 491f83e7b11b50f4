import { today } from '../../../database/today.js'
import { grantsOf } from '../../../permissions/grants/grants-of.js'
import { servicesAt } from '../../../permissions/services-at.js'
import type { Ctx, Routes } from '../../../web/context.js'
import { readForm } from '../../../web/form.js'
import { goTo } from '../../../web/page.js'
import { BadInput } from '../../../web/refusals.js'
import type { AdministrationDeps } from '../../deps.js'
import { nextStep } from '../draft.js'
import { whyNotGranted, whyNotService, type Message } from '../add-person.messages.js'
import { atStep, goOn, pathOfStep, type Steps } from '../add-person.pages.js'
import { updateDraft } from '../add-person.queries.js'
import type { RefusedService } from '../add-person.js'
import { showServices } from './wishes.pages.js'
import { readTypedServices, type TypedService } from './typed-services.js'

/** Which services, from when and to when. */
export function servicesRoutes(router: Routes, parts: AdministrationDeps): void {
  const { db } = parts

  router.get(
    '/behorigheter/lagg-till/:id/tjanster',
    atStep(parts, async (ctx, steps) => {
      if (isTooEarly(steps)) return goTo(ctx, pathOfStep(steps.draft.id, nextStep(steps.draft)))
      await askServices(ctx, parts, steps)
    }),
  )

  router.post(
    '/behorigheter/lagg-till/:id/tjanster',
    atStep(parts, async (ctx, steps) => {
      const { by, draft, organisation } = steps
      const offered = await servicesAt(db, { organisationId: organisation.id, by })
      const typed = await readServices(
        ctx,
        offered.flatMap(({ code, isTheirs }) => (isTheirs ? [code] : [])),
      )
      if (isTooEarly(steps)) return goTo(ctx, pathOfStep(draft.id, nextStep(draft)))
      const read = readTypedServices(typed, await today(db))
      if (read.kind !== 'services') {
        const { text } = ctx.state
        const errors =
          read.kind === 'mistakes'
            ? read.mistakes.map((mistake) => whyNotService(text, mistake))
            : [{ field: 'services', message: text.administration.add.servicesMissing }]
        return await askServices(ctx, parts, { ...steps, errors }, typed)
      }
      const whose = { id: draft.id, typedBy: by }
      await updateDraft(db, whose, { services: read.services })
      await goOn(ctx, parts, whose)
    }),
  )
}

const isTooEarly = ({ draft }: Steps) => ['number', 'person'].includes(nextStep(draft))

/** What was saved and refused is asked about again, with the reasons. */
export async function askRefusedServices(
  ctx: Ctx,
  parts: AdministrationDeps,
  steps: Steps,
  refused: readonly RefusedService[],
): Promise<void> {
  const errors: readonly Message[] = refused.map((service) => whyNotGranted(ctx.state.text, service))
  await askServices(ctx, parts, { ...steps, errors })
}

const askServices = async (
  ctx: Ctx,
  { db }: AdministrationDeps,
  steps: Steps,
  typed: readonly TypedService[] = typedBefore(steps),
): Promise<void> => {
  const { by, draft, organisation } = steps
  const [offered, day, held] = await Promise.all([
    servicesAt(db, { organisationId: organisation.id, by }),
    today(db),
    draft.known === undefined ? [] : grantsOf(db, draft.known.accountId),
  ])
  const heldHere = held.filter(
    ({ organisation: { id }, grant }) => id === organisation.id && !['ended', 'expired'].includes(grant.state),
  )
  showServices(ctx, { ...steps, offered, typed, held: heldHere, today: day })
}

const typedBefore = ({ draft }: Steps): readonly TypedService[] =>
  draft.services.map(({ service, validFrom, validTo }) => ({
    service,
    isChosen: true,
    from: validFrom,
    to: validTo ?? '',
  }))

const readServices = async (ctx: Ctx, codes: readonly string[]): Promise<readonly TypedService[]> => {
  const form = await readForm(
    ctx,
    codes.flatMap((code) => [`service-${code}`, `from-${code}`, `to-${code}`]),
  )
  return codes.map((service) => {
    const tick = form[`service-${service}`] ?? ''
    if (!['', 'ja'].includes(tick)) throw new BadInput('not a tick')
    return { service, isChosen: tick === 'ja', from: form[`from-${service}`] ?? '', to: form[`to-${service}`] ?? '' }
  })
}
