import type { Db } from '../../../database/database.js'
import { uuid } from '../../../database/uuid.js'
import type { Decision } from '../../../organisations/assurances/assurance.js'
import { addScan } from '../../../organisations/assurances/add-scan.js'
import { decideAssurance } from '../../../organisations/assurances/decide-assurance.js'
import { fetchScan } from '../../../organisations/assurances/fetch-scan.js'
import { scanEndings } from '../../../organisations/assurances/scan.js'
import type { Ctx, Routes } from '../../../web/context.js'
import { download } from '../../../web/download.js'
import { readForm } from '../../../web/form.js'
import { goTo, origin } from '../../../web/page.js'
import { NotHere } from '../../../web/refusals.js'
import { readFormWithFile } from '../../../web/upload.js'
import { officer } from '../../officers.pages.js'
import type { OfficerDeps } from '../../deps.js'
import { approveAssurance } from './approve.js'
import { readScan, scanForm } from '../assurances.form.js'
import { showDetail, type Visit } from './assurance.pages.js'

const place = '/handlaggning/forsakringar/:id'

type Named = Ctx & { readonly params: Readonly<Record<string, string>> }

/** One paper: read, shown on purpose, fetched as it came, and decided. That it was read leaves a trace. */
export function detailRoutes(router: Routes, { db }: OfficerDeps): void {
  router.get(place, async (ctx) => {
    await showDetail(ctx, db, await visitTo(ctx, db))
  })

  router.post(`${place}/visa`, async (ctx) => {
    const visit = await visitTo(ctx, db)
    await readForm(ctx, [])
    await showDetail(ctx, db, { ...visit, shows: true })
  })

  router.get(`${place}/fil`, async (ctx) => {
    const visit = await visitTo(ctx, db)
    const scan = await db.transaction().execute(async (trx) => await fetchScan(trx, visit))
    if (scan === undefined) throw new NotHere('no file with that assurance')
    download(ctx, { name: `forsakran-${visit.assuranceId.slice(0, 8)}.${scanEndings[scan.type]}`, ...scan })
  })

  router.post(`${place}/fil`, async (ctx) => {
    const visit = await visitTo(ctx, db)
    const { uploaded } = await readFormWithFile(ctx, { ...scanForm, fields: [] })
    const sent = readScan(uploaded)
    const isThere = sent.kind === 'read' && sent.scan !== undefined
    if (!isThere) {
      const what = sent.kind === 'mistaken' ? sent.what : 'scan'
      return await showDetail(ctx, db, { ...visit, mistakes: [{ field: 'scan', what }] })
    }
    const input = { ...visit, scan: sent.scan }
    const outcome = await db.transaction().execute(async (trx) => await addScan(trx, input))
    if (outcome.kind === 'not-there') throw new NotHere('no such assurance')
    if (outcome.kind === 'added') return goTo(ctx, doneAt(visit, 'scan'))
    await showDetail(ctx, db, { ...visit, refused: outcome.kind })
  })
  decisionRoutes(router, db)
}

const decisionRoutes = (router: Routes, db: Db): void => {
  router.post(`${place}/godkann`, async (ctx) => {
    const { accountId: by } = await officer(ctx, db)
    const isSamePerson = (await readForm(ctx, ['samePerson'])).samePerson === 'ja'
    const visit = { assuranceId: idOf(ctx), by, from: origin(ctx) }
    const input = { ...visit, isSamePerson }
    const outcome = await db.transaction().execute(async (trx) => await approveAssurance(trx, input))
    if (outcome.kind === 'not-there') throw new NotHere('no such assurance')
    if (outcome.kind === 'approved') return goTo(ctx, doneAt(visit, 'approved'))
    if (outcome.kind !== 'other-name') return await showDetail(ctx, db, { ...visit, refused: outcome.kind })
    return await showDetail(ctx, db, { ...visit, mistakes: [{ field: 'samePerson', what: 'samePerson' }] })
  })

  router.post(`${place}/avvisa`, async (ctx) => {
    const visit = await visitTo(ctx, db)
    const reason = plainWords((await readForm(ctx, ['reason'])).reason)
    if (reason === '') return await showDetail(ctx, db, { ...visit, mistakes: [{ field: 'reason', what: 'reason' }] })
    return await decide(ctx, db, { ...visit, decision: 'rejected', reason })
  })

  router.post(`${place}/aterta`, async (ctx) => {
    const visit = await visitTo(ctx, db)
    await readForm(ctx, [])
    return await decide(ctx, db, { ...visit, decision: 'withdrawn' })
  })
}

/** A few sentences, on lines of their own if need be: nothing that is not seen. */
const plainWords = (typed: string): string =>
  typed
    .normalize('NFC')
    .replaceAll(/[^\P{C}\n]/gu, '')
    .trim()
    .slice(0, 1000)

const decide = async (
  ctx: Named,
  db: Db,
  input: Visit & { readonly decision: Decision; readonly reason?: string },
): Promise<void> => {
  const outcome = await db.transaction().execute(async (trx) => await decideAssurance(trx, input))
  if (outcome.kind === 'not-there') throw new NotHere('no such assurance')
  if (outcome.kind === 'decided') return goTo(ctx, doneAt(input, input.decision))
  const { assuranceId, by, from } = input
  return await showDetail(ctx, db, { assuranceId, by, from, refused: outcome.kind })
}

const visitTo = async (ctx: Named, db: Db): Promise<Visit> => {
  const { accountId: by } = await officer(ctx, db)
  return { assuranceId: idOf(ctx), by, from: origin(ctx) }
}

/** What a page of ours names; anything else is not there. */
const idOf = (ctx: Named): string => {
  const { id = '' } = ctx.params
  if (!uuid.test(id)) throw new NotHere('not the id of an assurance')
  return id
}

const doneAt = ({ assuranceId }: Visit, done: Decision | 'scan'): `/${string}` =>
  `/handlaggning/forsakringar/${assuranceId}?klart=${done}`
