import { askForPermission } from '../../permissions/requests/ask-for-permission.js'
import { isUsable, tidied } from '../../permissions/requests/request.js'
import { offeredAt } from '../../permissions/requests/requests.js'
import { withdrawRequest } from '../../permissions/requests/withdraw-request.js'
import type { Db } from '../../database/database.js'
import { findOrganisation, findOrganisationById, type FoundOrganisation } from '../../organisations/find.js'
import { organisationKinds } from '../../organisations/organisation.js'
import type { Ctx, Routes } from '../../web/context.js'
import { readForm } from '../../web/form.js'
import { goTo, origin } from '../../web/page.js'
import { NotHere } from '../../web/refusals.js'
import { signedIn } from '../../web/signed-in.js'
import { schoolsOf } from '../schools.js'
import { showAsk, showWhere } from './ask-permission.pages.js'
import { uuidInAnyCase } from '../../database/uuid.js'

/** Asking for a permission: where first, then what. Who asks follows from the session alone. */
export function askingRoutes(router: Routes, { db }: { readonly db: Db }): void {
  router.get('/konto/be-om-behorighet', async (ctx) => {
    const { accountId } = await signedIn(ctx)
    const { organisation: id, kod } = ctx.query
    if (typeof id === 'string') {
      const organisation = await openOne(db, id)
      if (organisation !== undefined) {
        return showAsk(ctx, {
          organisation,
          offered: await offeredAt(db, { accountId, organisationId: organisation.id }),
        })
      }
    }
    await showPlaces(ctx, db, { accountId, code: typeof kod === 'string' ? kod.trim() : undefined })
  })

  router.post('/konto/be-om-behorighet', async (ctx) => {
    const { accountId } = await signedIn(ctx)
    const typed = await readForm(ctx, ['organisation', 'service', 'words'])
    const organisation = await openOne(db, typed.organisation)
    if (organisation === undefined) return await showPlaces(ctx, db, { accountId, code: '' })
    const { whyNot } = ctx.state.text.administration.requests
    const offered = await offeredAt(db, { accountId, organisationId: organisation.id })
    const words = tidied(typed.words)
    const errors = [
      ...(typed.service === '' ? [{ field: 'service', message: whyNot.choose }] : []),
      ...(isUsable(words) ? [] : [{ field: 'words', message: whyNot.words }]),
    ]
    if (errors.length > 0) return showAsk(ctx, { organisation, offered, typed, errors })
    const input = { accountId, organisationId: organisation.id, service: typed.service, words, from: origin(ctx) }
    const outcome = await db.transaction().execute(async (trx) => await askForPermission(trx, input))
    if (outcome.kind === 'asked') return goTo(ctx, '/konto?klart=fragat')
    showAsk(ctx, { organisation, offered, typed, errors: [{ field: 'service', message: whyNot[outcome.kind] }] })
  })

  router.post('/konto/forfragningar/aterkalla', async (ctx) => {
    const { accountId } = await signedIn(ctx)
    const { request: requestId } = await readForm(ctx, ['request'])
    if (!uuidInAnyCase.test(requestId)) throw new NotHere('not the name of a request')
    const input = { requestId, accountId, from: origin(ctx) }
    const isDone = await db.transaction().execute(async (trx) => await withdrawRequest(trx, input))
    if (!isDone) throw new NotHere('not an open request of theirs')
    goTo(ctx, '/konto?klart=atertaget')
  })
}

/** Where one has been, and what a code that was typed leads to: nothing is told of what is closed. */
const showPlaces = async (ctx: Ctx, db: Db, { accountId, code }: { accountId: string; code: string | undefined }) => {
  const schools = await schoolsOf(db, accountId)
  const found = code === undefined ? [] : await byCode(db, code)
  const known = schools.map(({ organisation }) => organisation)
  showWhere(ctx, { known, found, code, isUnknown: code !== undefined && found.length === 0 })
}

const byCode = async (db: Db, code: string): Promise<readonly FoundOrganisation[]> => {
  const found = await Promise.all(organisationKinds.map(async (kind) => await findOrganisation(db, { kind, code })))
  return found.flatMap((one) => (one === undefined || one.isClosed ? [] : [one]))
}

const openOne = async (db: Db, id: string): Promise<FoundOrganisation | undefined> => {
  const found = uuidInAnyCase.test(id) ? await findOrganisationById(db, id) : undefined
  return found?.isClosed === false ? found : undefined
}
