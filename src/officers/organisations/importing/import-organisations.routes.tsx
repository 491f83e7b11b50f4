import type { Db } from '../../../database/database.js'
import { allOrNone } from '../../../database/all-or-none.js'
import { uuid } from '../../../database/uuid.js'
import { importOrganisations } from '../../../organisations/import.js'
import { findFile, keepFile, previewOf, throwAwayFile } from '../../../organisations/importing/preview.js'
import { headingsOf, organisationLimits, organisationsIn } from '../../../organisations/organisations-file.js'
import { whyUnreadable } from '../../../tables/tables.messages.js'
import { readTable } from '../../../tables/read-table.js'
import type { Ctx, Routes } from '../../../web/context.js'
import { readForm } from '../../../web/form.js'
import { goTo, origin } from '../../../web/page.js'
import { BadInput, NotHere, TooMuch } from '../../../web/refusals.js'
import { readUpload } from '../../../web/upload.js'
import { officer } from '../../officers.pages.js'
import type { OfficerDeps } from '../../deps.js'
import { choiceFields, guessed, readChoice, type Choice } from './columns.js'
import { showImported, showPreview, showUpload } from './import-organisations.pages.js'
import { selectLastImport } from './import-organisations.queries.js'

/** Organisations from a file: sent, looked through row by row, and confirmed; until then nothing is saved. */
export function importRoutes(router: Routes, { db }: OfficerDeps): void {
  router.get('/handlaggning/organisationer/las-in', async (ctx) => {
    await officer(ctx, db)
    showUpload(ctx)
  })

  router.post('/handlaggning/organisationer/las-in', async (ctx) => {
    const { accountId: by } = await officer(ctx, db)
    const sent = await readUpload(ctx, 'fil')
    const { text } = ctx.state
    if (sent.kind !== 'file') return showUpload(ctx, { errors: [text.officers.importing.refused[sent.kind]] })
    const read = await readTable(sent.bytes, organisationLimits, { db, accountId: by })
    if (read.kind === 'unreadable') {
      return showUpload(ctx, { errors: [whyUnreadable(ctx.state, read, organisationLimits)] })
    }
    if (read.table.lines.length === 1) return showUpload(ctx, { errors: [text.organisations.emptyFile] })
    const id = await db.transaction().execute(async (trx) => await keepFile(trx, { by, bytes: sent.bytes }))
    goTo(ctx, `/handlaggning/organisationer/las-in/${id}`)
  })

  router.get('/handlaggning/organisationer/las-in/klart', async (ctx) => {
    const { accountId } = await officer(ctx, db)
    const imported = await selectLastImport(db, accountId)
    if (imported === undefined) return goTo(ctx, '/handlaggning/organisationer/las-in')
    showImported(ctx, imported)
  })

  router.get('/handlaggning/organisationer/las-in/:file', async (ctx) => {
    const { id, table, headings } = await openFile(ctx, db)
    const given = new URLSearchParams(ctx.querystring)
    if ([...given.keys()].some((name) => !choiceFields.some((field) => field === name))) throw new BadInput('no column')
    const guess = guessed(headings)
    const choice = given.size === 0 ? guess : choiceFrom((field) => given.get(field) ?? '')
    const read = readChoice(choice, headings)
    if (read === undefined) return showPreview(ctx, { id, headings, choice, preview: undefined })
    const rows = organisationsIn(table, read.columns)
    if (rows.kind === 'unreadable') {
      return showPreview(ctx, { id, headings, choice, preview: undefined, problems: rows.errors })
    }
    const preview = await previewOf(db, { rows: rows.rows, kind: read.kind })
    showPreview(ctx, { id, headings, choice, preview, table })
  })

  router.post('/handlaggning/organisationer/las-in/:file', async (ctx) => {
    const { by, id, table, headings } = await openFile(ctx, db)
    const { areNew, ...choice } = await readForm(ctx, [...choiceFields, 'areNew'])
    const read = readChoice(choice, headings)
    const rows = read && organisationsIn(table, read.columns)
    if (read === undefined || rows === undefined || rows.kind === 'unreadable') throw new BadInput('no such columns')
    const input = { rows: rows.rows, kind: read.kind, by, from: origin(ctx), areNew: areNew === 'ja' }
    const outcome = await allOrNone(db, 'imported', async (trx) => {
      // Confirmed once, however often it is sent.
      if (!(await throwAwayFile(trx, id))) throw new NotHere('confirmed already')
      return await importOrganisations(trx, input)
    })
    if (outcome.kind === 'imported') return goTo(ctx, '/handlaggning/organisationer/las-in/klart')
    const preview = await previewOf(db, { rows: rows.rows, kind: read.kind })
    return showPreview(ctx, { id, headings, choice, preview, table, isRefused: true })
  })
}

/** @throws NotHere for a file that is not theirs, or not there any more */
const openFile = async (ctx: Ctx & { readonly params: Readonly<Record<string, string>> }, db: Db) => {
  const { accountId: by } = await officer(ctx, db)
  const id = ctx.params['file'] ?? ''
  const bytes = uuid.test(id) ? await findFile(db, { id, by }) : undefined
  if (bytes === undefined) throw new NotHere('no file of theirs')
  const read = await readTable(bytes, organisationLimits, { db, accountId: by })
  if (read.kind === 'read') return { by, id, table: read.table, headings: headingsOf(read.table) }
  throw read.why === 'busy' ? new TooMuch(503, secondsUntilRead) : new NotHere('no file that can be read')
}

/** A file takes a second or two at most. */
const secondsUntilRead = 5

const choiceFrom = (said: (field: (typeof choiceFields)[number]) => string): Choice => ({
  kind: said('kind'),
  code: said('code'),
  name: said('name'),
  street: said('street'),
  postalCode: said('postalCode'),
  locality: said('locality'),
  schoolForms: said('schoolForms'),
})
