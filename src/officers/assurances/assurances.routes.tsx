import type { Routes } from '../../web/context.js'
import { goTo, origin } from '../../web/page.js'
import { NotHere } from '../../web/refusals.js'
import { readFormWithFile } from '../../web/upload.js'
import { officer } from '../officers.pages.js'
import type { OfficerDeps } from '../deps.js'
import { formRoutes } from './form/assurance-form.routes.js'
import { showAssurances, showNew } from './assurances.pages.js'
import { detailRoutes } from './detail/assurance.routes.js'
import { registerFromForm } from './register.js'
import {
  assuranceFields,
  parseAssuranceForm,
  readScan,
  sameFields,
  scanForm,
  type TypedForm,
} from './assurances.form.js'

const assuranceForm = { ...scanForm, fields: [...assuranceFields, ...sameFields] }

/** Papers that came back signed: registered by one officer, decided by another. */
export function assuranceRoutes(router: Routes, parts: OfficerDeps): void {
  const { db } = parts
  formRoutes(router, parts)

  router.get('/handlaggning/forsakringar', async (ctx) => {
    await officer(ctx, db)
    await showAssurances(ctx, db)
  })

  router.get('/handlaggning/forsakringar/ny', async (ctx) => {
    await officer(ctx, db)
    showNew(ctx, { typed: nothingTyped, mistakes: [] })
  })

  router.post('/handlaggning/forsakringar/ny', async (ctx) => {
    const { accountId: by } = await officer(ctx, db)
    const { form: typed = nothingTyped, uploaded } = await readFormWithFile(ctx, assuranceForm)
    const sent = readScan(uploaded)
    const read = await parseAssuranceForm(db, typed)
    if (read.kind === 'mistaken' || sent.kind === 'mistaken') {
      const mistakes = [...(read.kind === 'mistaken' ? read.mistakes : []), ...(sent.kind === 'mistaken' ? [sent] : [])]
      return showNew(ctx, { typed, mistakes })
    }
    const sameAs = typed.samePerson === 'ja' ? typed.sameAs : ''
    const input = { content: read.content, ...(sent.scan && { scan: sent.scan }), sameAs, by, from: origin(ctx) }
    const outcome = await db.transaction().execute(async (trx) => await registerFromForm(trx, input))
    if (outcome.kind === 'registered')
      return goTo(ctx, `/handlaggning/forsakringar/${outcome.assuranceId}?klart=registered`)
    if (outcome.kind === 'faulty' || outcome.kind === 'no-such-organisation') {
      throw new NotHere('what was read right a moment ago is no longer so')
    }
    if (outcome.kind === 'other-name') return showNew(ctx, { typed, mistakes: [], isAnothers: outcome.known })
    const field = outcome.kind === 'signed-by-registrar' ? 'signatoryName' : 'personnummer'
    return showNew(ctx, { typed, mistakes: [{ field, what: outcome.kind }] })
  })

  detailRoutes(router, parts)
}

const nothingTyped: TypedForm = {
  kind: '',
  code: '',
  signatoryName: '',
  otherSignatory: '',
  notRegistrar: '',
  signedOn: '',
  personnummer: '',
  givenName: '',
  familyName: '',
  hasOneName: '',
  email: '',
  street: '',
  postalCode: '',
  locality: '',
  country: '',
  effect: '',
  replaced: '',
  lastDay: '',
  samePerson: '',
  sameAs: '',
}
