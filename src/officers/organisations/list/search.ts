import { schoolForms, type SchoolForm } from '../../../../config/school-forms.js'
import { isSchoolForm, organisationKinds, type OrganisationKind } from '../../../organisations/organisation.js'
import { readWords } from '../../../values/words.js'

/**
 * What is asked of the list of organisations, and how that is written in an address: the same list can be sent to a
 * colleague, gone back to and gone on with. What is not said is left out, so that every list has one address.
 */
export interface OrganisationSearch {
  /** As typed: any part of a name, or the beginning of a code. */
  readonly words: string
  readonly kind?: OrganisationKind
  readonly form?: SchoolForm
  /** Open ones, if nothing else is said. */
  readonly open: 'open' | 'closed' | 'all'
  /** Only those that report and that nobody administers. */
  readonly lacksAdministrator: boolean
  /** From 1. */
  readonly page: number
}

/** How many a page of the list shows. */
export const pageSize = 50

const written = {
  kind: { school: 'skola', municipality: 'kommun' },
  open: { open: '', closed: 'stangda', all: 'alla' },
} as const

/** The names of the fields, in an address as in the form. */
const fields = ['sok', 'slag', 'form', 'visa', 'administrator', 'sida'] as const

const longest = 200

/** Undefined when it says something that no page of ours does. */
export function readSearch(given: URLSearchParams): OrganisationSearch | undefined {
  if (fields.some((name) => given.getAll(name).length > 1)) return undefined
  const said = (name: (typeof fields)[number]) => given.get(name) ?? ''
  const words = readWords(said('sok'))
  const kind = organisationKinds.find((one) => written.kind[one] === said('slag'))
  const open = (['open', 'closed', 'all'] as const).find((one) => written.open[one] === said('visa'))
  const form = said('form')
  const isStrange =
    words.length > longest ||
    (said('slag') !== '' && kind === undefined) ||
    open === undefined ||
    !['', 'saknas'].includes(said('administrator'))
  if (isStrange || (form !== '' && !isSchoolForm(form))) return undefined
  return {
    words,
    ...(kind !== undefined && { kind }),
    ...(form !== '' && { form }),
    open,
    lacksAdministrator: said('administrator') === 'saknas',
    page: /^[1-9]\d{0,5}$/.test(said('sida')) ? Number(said('sida')) : 1,
  }
}

/** As `sok=norr&sida=2`; empty for the whole list from its beginning. */
export function writtenSearch(search: OrganisationSearch): string {
  const { words, kind, form, open, lacksAdministrator, page } = search
  return new URLSearchParams({
    ...(words !== '' && { sok: words }),
    ...(kind !== undefined && { slag: written.kind[kind] }),
    ...(form !== undefined && { form }),
    ...(open !== 'open' && { visa: written.open[open] }),
    ...(lacksAdministrator && { administrator: 'saknas' }),
    ...(page > 1 && { sida: String(page) }),
  }).toString()
}

/** The words for a choice in the form. */
export const kindWord = (kind: OrganisationKind): string => written.kind[kind]
export const openWord = (open: OrganisationSearch['open']): string => written.open[open]

/** In the order of the settings. */
export const allForms: readonly SchoolForm[] = Object.keys(schoolForms).filter(isSchoolForm)

/** Where the list is: for links, and for the way back from an organisation's page. */
export function listAddress(search: OrganisationSearch): `/${string}` {
  return withQuery('/handlaggning/organisationer', search)
}

/** An organisation's page, which carries along where in the list it was found. */
export function organisationAddress(id: string, search: OrganisationSearch): `/${string}` {
  return withQuery(`/handlaggning/organisationer/${id}`, search)
}

/** From the query of an organisation's page back to the place in the list; to its beginning when it tells none. */
export function wayBack(query: string): `/${string}` {
  const search = readSearch(new URLSearchParams(query))
  return search === undefined ? '/handlaggning/organisationer' : listAddress(search)
}

const withQuery = (path: `/${string}`, search: OrganisationSearch): `/${string}` => {
  const query = writtenSearch(search)
  return query === '' ? path : `${path}?${query}`
}
