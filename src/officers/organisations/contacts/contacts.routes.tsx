import { allOrNone } from '../../../database/all-or-none.js'
import { readEmailAddress, shownEmailAddress } from '../../../delivery/address.js'
import type { Contact, NewContact } from '../../../organisations/contacts/contact.js'
import { addContact, changeContact, contactsOf, removeContact } from '../../../organisations/contacts/keep-contacts.js'
import { plainCharacters, withPlainHyphens } from '../../../values/characters.js'
import { readLine } from '../../../values/line.js'
import type { Ctx, Routes } from '../../../web/context.js'
import { readForm } from '../../../web/form.js'
import { goTo, origin } from '../../../web/page.js'
import { NotHere } from '../../../web/refusals.js'
import type { OfficerDeps } from '../../deps.js'
import { idOf, visitTo } from '../organisations.pages.js'
import { contactFields, type TypedContact } from './contacts.form.js'
import { showContact } from './contacts.pages.js'

type Named = Ctx & { readonly params: Readonly<Record<string, string>> }

/** Whom the school or municipality calls at the agency. */
export function contactRoutes(router: Routes, { db }: OfficerDeps): void {
  const openVisit = async (ctx: Named) => {
    const visit = await visitTo(ctx, db)
    if (visit.organisation.closedAt !== null) throw new NotHere('a closed one is as it was')
    return visit
  }
  const doneAt = (id: string, done: string) => `/handlaggning/organisationer/${id}?klart=${done}#kontakter`

  router.get('/handlaggning/organisationer/:id/kontakter/ny', async (ctx) => {
    const { organisation } = await openVisit(ctx)
    showContact(ctx, { organisation, typed: typedAs() })
  })

  router.post('/handlaggning/organisationer/:id/kontakter/ny', async (ctx) => {
    const { by, organisation } = await openVisit(ctx)
    const typed = await readForm(ctx, contactFields)
    const input = { organisationId: organisation.id, contact: contactIn(typed), by: by.accountId, from: origin(ctx) }
    const outcome = await allOrNone(db, 'kept', async (trx) => await addContact(trx, input))
    if (outcome.kind === 'kept') return goTo(ctx, doneAt(organisation.id, 'contact'))
    const mistakes = outcome.kind === 'faulty' ? outcome.faults : (['name-taken'] as const)
    return showContact(ctx, { organisation, typed, mistakes })
  })

  router.get('/handlaggning/organisationer/:id/kontakter/:contact', async (ctx) => {
    const { organisation } = await openVisit(ctx)
    const contact = (await contactsOf(db, organisation.id)).find(({ id }) => id === ctx.params['contact'])
    if (contact === undefined) throw new NotHere('no contact of theirs')
    showContact(ctx, { organisation, contact, typed: typedAs(contact) })
  })

  router.post('/handlaggning/organisationer/:id/kontakter/:contact', async (ctx) => {
    const { by, organisation } = await openVisit(ctx)
    const contactId = idOf(ctx, 'contact')
    const { act, ...typed } = await readForm(ctx, [...contactFields, 'act'])
    const contact = (await contactsOf(db, organisation.id)).find(({ id }) => id === contactId)
    if (contact === undefined) return goTo(ctx, doneAt(organisation.id, 'contact-meanwhile'))
    const action = { organisationId: organisation.id, contactId, by: by.accountId, from: origin(ctx) }
    const outcome = await allOrNone(db, 'kept', async (trx) =>
      act === 'remove'
        ? await removeContact(trx, action)
        : await changeContact(trx, { ...action, contact: contactIn(typed) }),
    )
    if (outcome.kind === 'kept') return goTo(ctx, doneAt(organisation.id, 'contact'))
    if (outcome.kind === 'changed-meanwhile') return goTo(ctx, doneAt(organisation.id, 'contact-meanwhile'))
    const mistakes = outcome.kind === 'faulty' ? outcome.faults : (['name-taken'] as const)
    return showContact(ctx, { organisation, contact, typed, mistakes })
  })
}

const contactIn = ({ name, telephone, email, isResponsible }: TypedContact): NewContact => ({
  name: readLine(name),
  telephone: withPlainHyphens(plainCharacters(telephone)).trim() || null,
  email: readEmailAddress(email) || null,
  isResponsible: isResponsible === 'ja',
})

const typedAs = (contact?: Contact): TypedContact => ({
  name: contact?.name ?? '',
  telephone: contact?.telephone ?? '',
  email: shownEmailAddress(contact?.email ?? ''),
  isResponsible: contact?.isResponsible === true ? 'ja' : '',
})
