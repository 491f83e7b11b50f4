import type { Db } from '../../database/database.js'
import type { Administered } from '../../organisations/administered-by.js'
import { servicesAt } from '../../permissions/services-at.js'
import { whyUnreadable } from '../../tables/tables.messages.js'
import { readTable } from '../../tables/read-table.js'
import type { Ctx, Routes } from '../../web/context.js'
import { readForm } from '../../web/form.js'
import { goTo, origin } from '../../web/page.js'
import { NotAppointed, NotHere, NotSignedIn } from '../../web/refusals.js'
import { stillSignedIn } from '../../web/signed-in.js'
import { readUpload } from '../../web/upload.js'
import { findAdministrator, organisationOf, type Administrator } from '../administrator.js'
import { administrator } from '../administration.pages.js'
import type { AdministrationDeps } from '../deps.js'
import { peopleLimits, readColumns } from './columns.js'
import { confirm } from './confirm.js'
import { findDraft, leftOutOf, openDraft, previewOf, resultsOf, throwAway, type Draft } from './draft.js'
import { whatIsWrongWithHeadings, type Words } from './add-people.messages.js'
import {
  pathOfDraft,
  pathOfOrganisation,
  showCarriedOut,
  showOrganisations,
  showPreview,
  showUnderWay,
  showUpload,
  wordsFor,
} from './add-people.pages.js'
import { sheetWithMistakes, templateSheet, templateText } from './sheets.js'

/** *Lägg till flera användare*: a list is sent, looked through and confirmed, and then carried out row by row. */
export function bulkRoutes(router: Routes, parts: AdministrationDeps): void {
  router.get('/behorigheter/lagg-till-flera', async (ctx) => {
    const { organisations } = await administrator(ctx, parts.db)
    const [only, ...others] = organisations
    if (only !== undefined && others.length === 0) return goTo(ctx, pathOfOrganisation(only.id))
    showOrganisations(ctx, organisations)
  })
  uploadRoutes(router, parts)
  draftRoutes(router, parts)
  workRoutes(router, parts)
}

const uploadRoutes = (router: Routes, { db }: AdministrationDeps): void => {
  const place = '/behorigheter/lagg-till-flera/till/:organisation'

  router.get(place, async (ctx) => {
    showUpload(ctx, await openOrganisation(ctx, db))
  })

  router.get(`${place}/mall.xlsx`, async (ctx) => {
    const { words } = await openOrganisation(ctx, db)
    give(ctx, `${words.text.administration.bulk.templateName}.xlsx`, await templateSheet(words))
  })

  router.get(`${place}/mall.csv`, async (ctx) => {
    const { words } = await openOrganisation(ctx, db)
    give(ctx, `${words.text.administration.bulk.templateName}.csv`, new TextEncoder().encode(templateText(words)))
  })

  router.post(place, async (ctx) => {
    const shown = await openOrganisation(ctx, db)
    const { who, organisation, words } = shown
    const uploaded = await readUpload(ctx, 'file')
    const refuse = (errors: readonly string[]) => showUpload(ctx, { ...shown, errors })
    const { refused } = words.text.administration.bulk
    if (uploaded.kind === 'too-large') return refuse([refused['too-large']])
    if (uploaded.kind === 'none') return refuse([refused.missing])
    const read = await readTable(uploaded.bytes, peopleLimits, { db, accountId: who.accountId })
    if (read.kind === 'unreadable') return refuse([whyUnreadable(words, read, peopleLimits)])
    const columns = readColumns(read.table, words.services)
    if (columns.kind === 'mistakes') {
      return refuse(columns.mistakes.map((mistake) => whatIsWrongWithHeadings(words, mistake)))
    }
    const { rows } = columns
    const sheets = read.table
    const sent = { typedBy: who.accountId, organisationId: organisation.id, rows, sheets, from: origin(ctx) }
    const id = await db.transaction().execute(async (trx) => await openDraft(trx, sent))
    goTo(ctx, pathOfDraft(id))
  })
}

const draftRoutes = (router: Routes, { db }: AdministrationDeps): void => {
  const place = '/behorigheter/lagg-till-flera/:id'

  router.get(place, async (ctx) => {
    const { who, draft, organisation, words } = await openFile(ctx, db)
    if (!draft.isConfirmed) {
      return showPreview(ctx, { draft, organisation, words, preview: await previewOf(db, draft, who.accountId) })
    }
    const results = await resultsOf(db, draft.id)
    if (!draft.isFinished) return showUnderWay(ctx, draft, results)
    showCarriedOut(ctx, { words, draft, results, leftOut: await leftOutOf(db, draft.id) })
  })

  router.get(`${place}/fel.xlsx`, async (ctx) => {
    const { who, draft, words } = await openFile(ctx, db)
    if (draft.isConfirmed) throw new NotHere('a file without mistakes')
    const sheet = await sheetWithMistakes(words, await previewOf(db, draft, who.accountId))
    give(ctx, `${words.text.administration.bulk.wrongFileName}.xlsx`, sheet)
  })

  router.post(`${place}/kasta`, async (ctx) => {
    const { who, draft } = await openFile(ctx, db)
    await readForm(ctx, [])
    await db.transaction().execute(async (trx) => await throwAway(trx, { id: draft.id, typedBy: who.accountId }))
    goTo(ctx, draft.isConfirmed ? pathOfDraft(draft.id) : pathOfOrganisation(draft.organisationId))
  })
}

const workRoutes = (router: Routes, { db }: AdministrationDeps): void => {
  const place = '/behorigheter/lagg-till-flera/:id'

  router.post(`${place}/spara`, async (ctx) => {
    const { who, draft, organisation, words } = await openFile(ctx, db)
    const { mark } = await readForm(ctx, ['mark'])
    const outcome = await confirm(db, { draft, mark, by: who.accountId, from: origin(ctx) })
    if (outcome.kind === 'confirmed' || outcome.kind === 'already-confirmed') return goTo(ctx, pathOfDraft(draft.id))
    const preview = await previewOf(db, draft, who.accountId)
    showPreview(ctx, { draft, organisation, words, preview, hasChanged: outcome.kind === 'changed-meanwhile' })
  })

  // A page asks by itself: whoever has left it is not kept signed in.
  router.get(`${place}/lage`, async (ctx) => {
    const signedIn = await stillSignedIn(ctx)
    if (signedIn === undefined) throw new NotSignedIn('/behorigheter')
    const who = await findAdministrator(db, signedIn.accountId)
    if (who === undefined) throw new NotAppointed('administers nothing today')
    const draft = await draftOf(ctx, db, who)
    const { counts, all } = await resultsOf(db, draft.id)
    const done = all - counts.waiting
    const told = ctx.state.text.administration.bulk.progress(done, all)
    ctx.body = { done, all, isFinished: draft.isFinished, told }
  })
}

type WithParams = Ctx & { readonly params: Readonly<Record<string, string>> }

interface Opened {
  readonly who: Administrator
  readonly organisation: Administered
  readonly words: Words
}

/** @throws NotHere for an organisation that is not theirs, which looks like none */
const openOrganisation = async (ctx: WithParams, db: Db): Promise<Opened> => {
  const who = await administrator(ctx, db)
  const organisation = organisationOf(who, ctx.params['organisation'] ?? '')
  if (organisation === undefined) throw new NotHere('an organisation of theirs')
  return { who, organisation, words: await wordsAt(ctx, db, { who, organisation }) }
}

/** @throws NotHere for a file that is not theirs, or of an organisation that is theirs no more */
const openFile = async (ctx: WithParams, db: Db): Promise<Opened & { readonly draft: Draft }> => {
  const who = await administrator(ctx, db)
  const draft = await draftOf(ctx, db, who)
  const organisation = organisationOf(who, draft.organisationId)
  if (organisation === undefined) throw new NotHere('an organisation of theirs')
  return { who, draft, organisation, words: await wordsAt(ctx, db, { who, organisation }) }
}

const draftOf = async (ctx: WithParams, db: Db, who: Administrator): Promise<Draft> => {
  const draft = await findDraft(db, { id: ctx.params['id'] ?? '', typedBy: who.accountId })
  if (draft === undefined || organisationOf(who, draft.organisationId) === undefined) {
    throw new NotHere('a file of theirs')
  }
  return draft
}

const wordsAt = async (ctx: Ctx, db: Db, { who, organisation }: Omit<Opened, 'words'>): Promise<Words> =>
  wordsFor(ctx, await servicesAt(db, { organisationId: organisation.id, by: who.accountId }))

const give = (ctx: Ctx, name: string, bytes: Uint8Array): void => {
  ctx.attachment(name)
  ctx.body = Buffer.from(bytes)
}
