import type { Ctx, Routes } from '../../web/context.js'
import { readForm } from '../../web/form.js'
import { goTo, origin } from '../../web/page.js'
import { BadInput, NotHere } from '../../web/refusals.js'
import { organisationOf, type Administrator } from '../administrator.js'
import { administrator } from '../administration.pages.js'
import type { AdministrationDeps } from '../deps.js'
import { checkNumber } from './check-number.js'
import { nextStep } from './draft.js'
import { whyNotLocality, whyNotNumber, whyNotPerson } from './add-person.messages.js'
import {
  atStep,
  goOn,
  openSteps,
  pathOf,
  pathOfStep,
  showNumber,
  showOrganisations,
  showPerson,
} from './add-person.pages.js'
import { deleteDraft, insertDraft, selectOtherLocality, updateDraft } from './add-person.queries.js'
import { savingRoutes } from './saving/save-person.routes.js'
import { servicesRoutes } from './wishes/wishes.routes.js'
import { mistakesIn, personFields, tidyPerson } from './typed-person.js'

/** *Lägg till användare*, a step a page. What is typed lies in a draft, and the last step saves it. */
export function addRoutes(router: Routes, parts: AdministrationDeps): void {
  openingRoutes(router, parts)
  numberRoutes(router, parts)
  personRoutes(router, parts)
  servicesRoutes(router, parts)
  savingRoutes(router, parts)
}

const openingRoutes = (router: Routes, parts: AdministrationDeps): void => {
  const { db } = parts

  router.get('/behorigheter/lagg-till', async (ctx) => {
    const { organisations } = await administrator(ctx, db)
    const [only, ...others] = organisations
    if (only !== undefined && others.length === 0) return showNumber(ctx, { organisations, organisation: only })
    showOrganisations(ctx, { organisations })
  })

  // With one organisation the first question is the number already.
  router.post('/behorigheter/lagg-till', async (ctx) => {
    const who = await administrator(ctx, db)
    const form = await readForm(ctx, ['organisation', 'number'])
    const { accountId: by, organisations } = who
    const [only, ...others] = organisations
    const organisation = others.length === 0 ? only : chosen(who, form.organisation)
    if (organisation === undefined) return showOrganisations(ctx, { organisations, errors: notChosen(ctx) })
    if (others.length > 0) {
      const id = await insertDraft(db, { typedBy: by, organisationId: organisation.id })
      return goTo(ctx, pathOf(id, 'nummer'))
    }
    const { number: typed } = form
    const told = { typed, organisationId: organisation.id, by, from: origin(ctx) }
    const checked = await db.transaction().execute(async (trx) => await checkNumber(trx, told))
    if (checked.kind !== 'new' && checked.kind !== 'known') {
      const errors = [whyNotNumber(ctx.state.text, checked)]
      return showNumber(ctx, { organisations, organisation, typed, errors })
    }
    const id = await insertDraft(db, { typedBy: by, organisationId: organisation.id, number: checked.number })
    await goOn(ctx, parts, { id, typedBy: by })
  })

  router.get(
    '/behorigheter/lagg-till/:id/organisation',
    atStep(parts, async (ctx, { organisations, draft }) => showOrganisations(ctx, { organisations, draft })),
  )

  router.post(
    '/behorigheter/lagg-till/:id/organisation',
    atStep(parts, async (ctx, { by, organisations, draft }) => {
      const form = await readForm(ctx, ['organisation'])
      const organisation = chosen({ accountId: by, organisations }, form.organisation)
      if (organisation === undefined) return showOrganisations(ctx, { organisations, draft, errors: notChosen(ctx) })
      const whose = { id: draft.id, typedBy: by }
      if (organisation.id !== draft.organisationId) await updateDraft(db, whose, { organisationId: organisation.id })
      await goOn(ctx, parts, whose)
    }),
  )

  router.post('/behorigheter/lagg-till/:id/avbryt', async (ctx) => {
    const { by, draft } = await openSteps(ctx, db)
    await readForm(ctx, [])
    await deleteDraft(db, { id: draft.id, typedBy: by })
    goTo(ctx, '/behorigheter')
  })
}

/** @throws NotHere for an organisation that is not theirs, which looks like none */
const chosen = (who: Administrator, id: string) => {
  if (id === '') return undefined
  const organisation = organisationOf(who, id)
  if (organisation === undefined) throw new NotHere('an organisation of theirs')
  return organisation
}

const notChosen = ({ state: { text } }: Ctx) => [
  { field: 'organisation', message: text.administration.add.organisationMissing },
]

const numberRoutes = (router: Routes, parts: AdministrationDeps): void => {
  const { db } = parts

  router.get(
    '/behorigheter/lagg-till/:id/nummer',
    atStep(parts, async (ctx, steps) => showNumber(ctx, steps)),
  )

  router.post(
    '/behorigheter/lagg-till/:id/nummer',
    atStep(parts, async (ctx, steps) => {
      const { by, organisation, draft } = steps
      const { number: typed } = await readForm(ctx, ['number'])
      const told = { typed, organisationId: organisation.id, by, from: origin(ctx) }
      const checked = await db.transaction().execute(async (trx) => await checkNumber(trx, told))
      if (checked.kind !== 'new' && checked.kind !== 'known') {
        return showNumber(ctx, { ...steps, typed, errors: [whyNotNumber(ctx.state.text, checked)] })
      }
      const whose = { id: draft.id, typedBy: by }
      await updateDraft(db, whose, { number: checked.number })
      await goOn(ctx, parts, whose)
    }),
  )
}

const personRoutes = (router: Routes, parts: AdministrationDeps): void => {
  const { db } = parts

  router.get(
    '/behorigheter/lagg-till/:id/uppgifter',
    atStep(parts, async (ctx, steps) => {
      const { draft } = steps
      // A known person is asked nothing.
      if (draft.number === undefined || draft.known) return goTo(ctx, pathOfStep(draft.id, nextStep(draft)))
      showPerson(ctx, { ...steps, typed: draft.person })
    }),
  )

  router.post(
    '/behorigheter/lagg-till/:id/uppgifter',
    atStep(parts, async (ctx, steps) => {
      const { by, draft } = steps
      const form = await readForm(ctx, [...personFields, 'hasOneName', 'addressIsRight'])
      if (![form.hasOneName, form.addressIsRight].every((tick) => ['', 'ja'].includes(tick)))
        throw new BadInput('not a tick')
      if (draft.number === undefined || draft.known) return goTo(ctx, pathOfStep(draft.id, nextStep(draft)))
      const person = tidyPerson(form)
      const { text } = ctx.state
      const mistakes = mistakesIn(person).map((mistake) => whyNotPerson(text, mistake, person))
      if (mistakes.length > 0) return showPerson(ctx, { ...steps, typed: person, errors: mistakes })
      const locality = form.addressIsRight === 'ja' ? undefined : await selectOtherLocality(db, person)
      if (locality !== undefined) {
        const errors = [whyNotLocality(text, { postalCode: person.postalCode, locality })]
        return showPerson(ctx, { ...steps, typed: person, errors, mayConfirm: true })
      }
      const whose = { id: draft.id, typedBy: by }
      await updateDraft(db, whose, { person })
      await goOn(ctx, parts, whose)
    }),
  )
}
