import type { Decision } from '../../organisations/assurances/assurance.js'
import { decideAssurance } from '../../organisations/assurances/decide-assurance.js'
import { fetchScan } from '../../organisations/assurances/fetch-scan.js'
import { registerAssurance } from '../../organisations/assurances/register-assurance.js'
import { scanBytesAtMost, scanEndings } from '../../organisations/assurances/scan.js'
import type { Ctx, Routes } from '../../web/context.js'
import { download } from '../../web/download.js'
import { readForm } from '../../web/form.js'
import { goTo, origin } from '../../web/page.js'
import { NotHere } from '../../web/refusals.js'
import { readFormWithFile } from '../../web/upload.js'
import { officer, officerJustProved } from '../pages.js'
import type { OfficerParts } from '../routes.js'
import { approveAssurance } from './approve.js'
import { formRoutes } from './form/routes.js'
import { showAssurance, showAssurances, showNew } from './pages.js'
import { paperFields, readPaper, readScan, type TypedPaper } from './typed.js'
import { uuid } from '../../database/uuid.js'

/** What was typed is kept beside a file that is somewhat too large. */
const paperForm = {
  fields: paperFields,
  file: 'scan',
  fileBytesAtMost: scanBytesAtMost,
  bodyBytesAtMost: 2 * scanBytesAtMost,
} as const

/** Papers that came back signed: registered by one officer, decided by another. */
export function assuranceRoutes(router: Routes, parts: OfficerParts): void {
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
    const { form: typed = nothingTyped, uploaded } = await readFormWithFile(ctx, paperForm)
    const sent = readScan(uploaded)
    const read = await readPaper(db, typed)
    if (read.kind === 'mistaken' || sent.kind === 'mistaken') {
      const mistakes = [...(read.kind === 'mistaken' ? read.mistakes : []), ...(sent.kind === 'mistaken' ? [sent] : [])]
      return showNew(ctx, { typed, mistakes })
    }
    const input = { paper: read.paper, ...(sent.scan && { scan: sent.scan }), by, from: origin(ctx) }
    const outcome = await db.transaction().execute(async (trx) => await registerAssurance(trx, input))
    if (outcome.kind === 'registered')
      return goTo(ctx, `/handlaggning/forsakringar/${outcome.assuranceId}?klart=registered`)
    if (outcome.kind === 'faulty' || outcome.kind === 'no-such-organisation') {
      throw new NotHere('what was read right a moment ago is no longer so')
    }
    return showNew(ctx, { typed, mistakes: [{ field: 'personnummer', what: outcome.kind }] })
  })

  router.get('/handlaggning/forsakringar/:id/fil', async (ctx) => {
    const { accountId: by } = await officer(ctx, db)
    const input = { assuranceId: idOf(ctx), by, from: origin(ctx) }
    const scan = await db.transaction().execute(async (trx) => await fetchScan(trx, input))
    if (scan === undefined) throw new NotHere('no file with that assurance')
    download(ctx, { name: `forsakran-${input.assuranceId.slice(0, 8)}.${scanEndings[scan.type]}`, ...scan })
  })

  router.get('/handlaggning/forsakringar/:id', async (ctx) => {
    const { accountId } = await officer(ctx, db)
    await showAssurance(ctx, db, { id: idOf(ctx), reader: accountId })
  })
  decisionRoutes(router, parts)
}

const decisionRoutes = (router: Routes, { db }: OfficerParts): void => {
  router.post('/handlaggning/forsakringar/:id/godkann', async (ctx) => {
    const { accountId: by } = await officerJustProved(ctx, db, `/handlaggning/forsakringar/${idOf(ctx)}`)
    await readForm(ctx, [])
    const input = { assuranceId: idOf(ctx), by, from: origin(ctx) }
    const outcome = await db.transaction().execute(async (trx) => await approveAssurance(trx, input))
    if (outcome.kind === 'not-there') throw new NotHere('no such assurance')
    if (outcome.kind === 'approved') return goTo(ctx, doneAt(input.assuranceId, 'approved'))
    return await showAssurance(ctx, db, { id: input.assuranceId, reader: by, refused: outcome.kind })
  })

  router.post('/handlaggning/forsakringar/:id/avvisa', async (ctx) => {
    const { accountId: by } = await officer(ctx, db)
    const reason = plainWords((await readForm(ctx, ['reason'])).reason)
    if (reason === '') return await showAssurance(ctx, db, { id: idOf(ctx), reader: by, isReasonMissing: true })
    return await decide(ctx, { db, decision: 'rejected', by, reason })
  })

  router.post('/handlaggning/forsakringar/:id/aterta', async (ctx) => {
    const { accountId: by } = await officer(ctx, db)
    await readForm(ctx, [])
    return await decide(ctx, { db, decision: 'withdrawn', by })
  })
}

/** A few sentences, on lines of their own if need be: nothing that is not seen. */
const plainWords = (typed: string): string =>
  typed
    .normalize('NFC')
    .replaceAll(/[^\P{C}\n]/gu, '')
    .trim()
    .slice(0, 1000)

type Named = Ctx & { readonly params: Readonly<Record<string, string>> }

const decide = async (
  ctx: Named,
  { db, decision, by, reason }: Pick<OfficerParts, 'db'> & { decision: Decision; by: string; reason?: string },
): Promise<void> => {
  const assuranceId = idOf(ctx)
  const input = { assuranceId, decision, by, ...(reason !== undefined && { reason }), from: origin(ctx) }
  const outcome = await db.transaction().execute(async (trx) => await decideAssurance(trx, input))
  if (outcome.kind === 'not-there') throw new NotHere('no such assurance')
  if (outcome.kind === 'decided') return goTo(ctx, doneAt(assuranceId, decision))
  return await showAssurance(ctx, db, { id: assuranceId, reader: by, refused: outcome.kind })
}

/** What a page of ours names; anything else is not there. */
const idOf = (ctx: Named): string => {
  const { id = '' } = ctx.params
  if (!uuid.test(id)) throw new NotHere('not the id of an assurance')
  return id
}

const doneAt = (id: string, decision: Decision) => `/handlaggning/forsakringar/${id}?klart=${decision}`

const nothingTyped: TypedPaper = {
  kind: '',
  code: '',
  signatoryName: '',
  signedOn: '',
  personnummer: '',
  givenName: '',
  familyName: '',
  email: '',
  street: '',
  postalCode: '',
  locality: '',
  effect: '',
  replaced: '',
  lastDay: '',
}
