import type { Db } from '../../../database/database.js'
import { changeOrganisation, type ChangedOrganisation } from '../../../organisations/change.js'
import { organisationDetails } from '../../../organisations/details.js'
import { registerOrganisation } from '../../../organisations/register.js'
import type { Routes } from '../../../web/context.js'
import { readForm } from '../../../web/form.js'
import { goTo, origin } from '../../../web/page.js'
import { BadInput, NotHere } from '../../../web/refusals.js'
import { officer } from '../../officers.pages.js'
import type { OfficerDeps } from '../../deps.js'
import { visitTo } from '../organisations.pages.js'
import { showEdit } from './edit-organisation.pages.js'
import {
  readOrganisation,
  typedAs,
  typedFields,
  typedFrom,
  type OrganisationMistake,
} from './edit-organisation.form.js'

/** An organisation is taken into the register, and what is told about it changes. */
export function organisationEditRoutes(router: Routes, { db }: OfficerDeps): void {
  router.get('/handlaggning/organisationer/ny', async (ctx) => {
    await officer(ctx, db)
    showEdit(ctx, { typed: typedAs() })
  })

  router.post('/handlaggning/organisationer/ny', async (ctx) => {
    const { accountId: by } = await officer(ctx, db)
    const typed = typedFrom(await readForm(ctx, typedFields))
    const read = readOrganisation(typed)
    if (read.kind === 'mistaken') return showEdit(ctx, { typed, mistakes: read.mistakes })
    const input = { organisation: read.organisation, isNew: typed.isNew === 'ja', by, from: origin(ctx) }
    const outcome = await db.transaction().execute(async (trx) => await registerOrganisation(trx, input))
    if (outcome.kind === 'registered') {
      return goTo(ctx, `/handlaggning/organisationer/${outcome.organisationId}?klart=registered`)
    }
    if (outcome.kind === 'alike') return showEdit(ctx, { typed, alike: outcome.alike })
    if (outcome.kind === 'malformed') {
      return showEdit(ctx, { typed, mistakes: outcome.fields.map((field) => ({ field, what: field })) })
    }
    return showEdit(ctx, { typed, mistakes: [{ field: 'code', what: outcome.kind }] })
  })

  changingRoutes(router, db)
}

const changingRoutes = (router: Routes, db: Db): void => {
  router.get('/handlaggning/organisationer/:id/andra', async (ctx) => {
    const { organisation } = await visitTo(ctx, db)
    if (organisation.closedAt !== null) throw new NotHere('a closed one is as it was')
    showEdit(ctx, { organisation, typed: typedAs(organisation) })
  })

  router.post('/handlaggning/organisationer/:id/andra', async (ctx) => {
    const { by, organisation } = await visitTo(ctx, db)
    const typed = typedFrom(await readForm(ctx, typedFields))
    if (!/^[1-9]\d{0,8}$/.test(typed.version)) throw new BadInput('no version')
    const read = readOrganisation(typed)
    if (read.kind === 'mistaken') return showEdit(ctx, { organisation, typed, mistakes: read.mistakes })
    const input = {
      organisationId: organisation.id,
      version: Number(typed.version),
      organisation: read.organisation,
      isNew: typed.isNew === 'ja',
      by: by.accountId,
      from: origin(ctx),
    }
    const outcome = await db.transaction().execute(async (trx) => await changeOrganisation(trx, input))
    const at = `/handlaggning/organisationer/${organisation.id}`
    if (outcome.kind === 'changed') return goTo(ctx, `${at}?klart=changed`)
    if (outcome.kind === 'unchanged') return goTo(ctx, at)
    if (outcome.kind === 'alike') return showEdit(ctx, { organisation, typed, alike: outcome.alike })
    if (outcome.kind === 'not-there') throw new NotHere('no such organisation')
    if (outcome.kind !== 'changed-meanwhile') {
      return showEdit(ctx, { organisation, typed, mistakes: mistakesOf(outcome) })
    }
    const now = await organisationDetails(db, organisation.id)
    if (now === undefined || now.closedAt !== null) return goTo(ctx, at)
    return showEdit(ctx, { organisation: now, typed: typedAs(now), isStale: true })
  })
}

type Refused = Extract<ChangedOrganisation, { readonly kind: 'faulty' | 'code-taken' | 'kind-in-use' }>

const mistakesOf = (outcome: Refused): readonly OrganisationMistake[] => {
  if (outcome.kind === 'faulty') return outcome.fields.map((field) => ({ field, what: field }))
  return [{ field: outcome.kind === 'code-taken' ? 'code' : 'kind', what: outcome.kind }]
}
