import { ChooseForm } from '../../../../views/officers/assurances/choose-form.js'
import type { Db } from '../../../database/database.js'
import { uuid } from '../../../database/uuid.js'
import { findOrganisation } from '../../../organisations/find.js'
import { organisationKinds } from '../../../organisations/organisation.js'
import type { Ctx, Routes } from '../../../web/context.js'
import { download } from '../../../web/download.js'
import { readForm, type Form } from '../../../web/form.js'
import { goTo } from '../../../web/page.js'
import { printInThread } from '../../../context/printing.js'
import { NotHere } from '../../../web/refusals.js'
import { officer, showTool } from '../../officers.pages.js'
import type { OfficerDeps } from '../../deps.js'
import type { FormFor } from './form.js'
import { selectForForm } from './assurance-form.queries.js'
import { placeLine } from '../../../text/place.js'

/** The form to be signed: of an organisation, filled in with what is known of it, or empty. It tells of no person. */
export function formRoutes(router: Routes, { db }: OfficerDeps): void {
  const page = '/handlaggning/forsakringar/blankett'

  router.get(page, async (ctx) => {
    await officer(ctx, db)
    showChoosing(ctx, { typed: { kind: '', code: '' } })
  })

  router.post(page, async (ctx) => {
    await officer(ctx, db)
    const typed = await readForm(ctx, ['kind', 'code'])
    const kind = organisationKinds.find((known) => known === typed.kind)
    if (kind === undefined) return showChoosing(ctx, { typed, wrong: 'kind' })
    const organisation = await findOrganisation(db, { kind, code: typed.code })
    if (organisation === undefined || organisation.isClosed) return showChoosing(ctx, { typed, wrong: 'code' })
    goTo(ctx, `/handlaggning/organisationer/${organisation.id}/forsakran.pdf`)
  })

  router.get(`${page}.pdf`, async (ctx) => {
    await officer(ctx, db)
    await sendForm(ctx, 'forsakran.pdf', undefined)
  })

  router.get('/handlaggning/organisationer/:id/forsakran.pdf', async (ctx) => {
    await officer(ctx, db)
    const whose = await formFor(db, ctx.params['id'] ?? '')
    await sendForm(ctx, `forsakran-${whose.code}.pdf`, whose)
  })
}

const sendForm = async (ctx: Ctx, name: string, whose: FormFor | undefined): Promise<void> =>
  download(ctx, { name, type: 'application/pdf', bytes: await printInThread(thread, whose) })

const thread = new URL('./form-thread.js', import.meta.url)

const formFor = async (db: Db, organisationId: string): Promise<FormFor> => {
  const found = uuid.test(organisationId) ? await selectForForm(db, organisationId) : undefined
  if (found === undefined) throw new NotHere('no open organisation')
  const { street, postalCode, locality, ...organisation } = found
  return { ...organisation, address: [street, placeLine({ postalCode, locality })].filter(Boolean).join(', ') }
}

interface Choosing {
  readonly typed: Form<'kind' | 'code'>
  readonly wrong?: 'kind' | 'code'
}

const showChoosing = (ctx: Ctx, { typed, wrong }: Choosing): void => {
  const { text, formToken } = ctx.state
  const { assurances, assuranceForm } = text.officers
  showTool(
    ctx,
    {
      title: assuranceForm.title,
      area: 'assurances',
      returnTo: '/handlaggning/forsakringar/blankett',
      ...(wrong !== undefined && { hasErrors: true, status: 422 }),
    },
    <ChooseForm
      text={text}
      formToken={formToken}
      typed={typed}
      errors={
        wrong === undefined
          ? []
          : [{ field: wrong, message: wrong === 'kind' ? assuranceForm.kindMissing : assurances.wrong.code }]
      }
    />,
  )
}
