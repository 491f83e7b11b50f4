import { schoolForms } from '../../../../config/school-forms.js'
import { Organisations } from '../../../../views/officers/organisations/organisations.js'
import type { Ctx } from '../../../web/context.js'
import { showTool } from '../../officers.pages.js'
import type { FoundOrganisations } from './find-organisations.js'
import { allForms, kindWord, listAddress, openWord, organisationAddress, pageSize } from './search.js'
import { writtenSearch, type OrganisationSearch } from './search.js'

export function showOrganisations(ctx: Ctx, asked: OrganisationSearch, found: FoundOrganisations): void {
  const { text, language } = ctx.state
  const { organisations: words } = text.officers
  const search = { ...asked, page: found.page }
  const last = Math.max(1, Math.ceil(found.total / pageSize))
  const figures = new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB')
  const to = (page: number) => (page < 1 || page > last ? undefined : listAddress({ ...search, page }))
  const before = (found.page - 1) * pageSize
  showTool(
    ctx,
    { title: words.title, area: 'organisations', returnTo: listAddress(search) },
    <Organisations
      text={text}
      words={search.words}
      filters={filtersOf(ctx, search)}
      isNarrowed={writtenSearch({ ...search, page: 1 }) !== ''}
      shown={
        found.total <= pageSize
          ? words.shownAll(found.total, figures.format(found.total))
          : words.shown(
              figures.format(before + 1),
              figures.format(before + found.organisations.length),
              figures.format(found.total),
            )
      }
      organisations={found.organisations.map((one) => ({
        to: organisationAddress(one.id, search),
        name: one.name,
        code: one.code,
        kind: words.kinds[one.kind],
        forms: one.schoolForms.map((form) => schoolForms[form][language]).join(', '),
        administrators: one.administrators,
        isClosed: one.isClosed,
        lacksAdministrator: one.lacksAdministrator,
      }))}
      pager={{
        page: figures.format(found.page),
        last: figures.format(last),
        previous: to(found.page - 1),
        next: to(found.page + 1),
      }}
    />,
  )
}

/** What the list can be narrowed to, and what is chosen. */
const filtersOf = (ctx: Ctx, search: OrganisationSearch) => {
  const { text, language } = ctx.state
  const { organisations: words } = text.officers
  return [
    {
      name: 'slag',
      label: words.kind,
      chosen: search.kind === undefined ? '' : kindWord(search.kind),
      options: [
        { value: '', label: words.all },
        { value: kindWord('school'), label: words.kinds.school },
        { value: kindWord('municipality'), label: words.kinds.municipality },
      ],
    },
    {
      name: 'form',
      label: words.schoolForm,
      chosen: search.form ?? '',
      options: [
        { value: '', label: words.all },
        ...allForms.map((form) => ({ value: form, label: schoolForms[form][language] })),
      ],
    },
    {
      name: 'visa',
      label: words.openOrClosed,
      chosen: openWord(search.open),
      options: (['open', 'closed', 'all'] as const).map((open) => ({
        value: openWord(open),
        label: words.shows[open],
      })),
    },
    {
      name: 'administrator',
      label: words.administrator,
      chosen: search.lacksAdministrator ? 'saknas' : '',
      options: [
        { value: '', label: words.all },
        { value: 'saknas', label: words.lacking },
      ],
    },
  ]
}
