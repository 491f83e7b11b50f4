import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Pager, type PagerProps } from '../../parts/pager.js'
import { Button } from '../../parts/button.js'
import { Field } from '../../parts/field.js'
import { ChoosingForm } from '../../parts/form.js'
import { ButtonLink, Link, type Path } from '../../parts/link.js'
import { Select, type SelectProps } from '../../parts/select.js'

export interface OrganisationShown {
  readonly to: Path
  readonly name: string
  readonly code: string
  readonly kind: string
  readonly forms: string
  readonly administrators: number
  readonly isClosed: boolean
  readonly lacksAdministrator: boolean
}

export interface OrganisationsProps {
  readonly text: Text
  readonly words: string
  readonly filters: readonly SelectProps[]
  /** Something is searched or chosen. */
  readonly isNarrowed: boolean
  /** Which of them are shown, in words. */
  readonly shown: string
  readonly organisations: readonly OrganisationShown[]
  readonly pager: Omit<PagerProps, 'text' | 'label'>
}

/** Schools and municipalities, a page at a time, and the ways to take in more of them. */
export const Organisations = (props: OrganisationsProps): VNode => {
  const { text, words: typed, filters, isNarrowed, shown, organisations, pager } = props
  const { organisations: words } = text.officers
  return (
    <div class="wide people">
      <h1 class="heading">{words.title}</h1>
      <p class="ways">
        <ButtonLink to="/handlaggning/organisationer/ny">{words.register}</ButtonLink>
        <Link to="/handlaggning/organisationer/las-in">{text.officers.importing.link}</Link>
        <Link to="/handlaggning/vem-administrerar">{words.rules}</Link>
      </p>
      <search class="search card">
        <ChoosingForm to="/handlaggning/organisationer">
          <div class="search__words">
            <Field name="sok" label={words.search} hint={words.searchHint} autocomplete="off" value={typed} />
            <Button label={words.submit} />
          </div>
          <fieldset class="search__filters">
            <legend>{words.filters}</legend>
            {filters.map((filter) => (
              <Select key={filter.name} {...filter} />
            ))}
          </fieldset>
        </ChoosingForm>
        {isNarrowed && (
          <p class="search__clear">
            <Link to="/handlaggning/organisationer">{words.clear}</Link>
          </p>
        )}
      </search>
      <p class="people__shown" id="antal">
        {shown}
      </p>
      {organisations.length > 0 && <Table text={text} organisations={organisations} />}
      <Pager text={text} label={words.pages} {...pager} />
    </div>
  )
}

const Table = ({ text, organisations }: Pick<OrganisationsProps, 'text' | 'organisations'>): VNode => {
  const { organisations: words } = text.officers
  return (
    <table class="list" aria-describedby="antal">
      <caption class="list__caption">{words.title}</caption>
      <thead>
        <tr>
          {[words.name, words.codeHeading, words.schoolForm, words.administrator].map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {organisations.map((one) => (
          <tr key={one.to}>
            <th scope="row">
              <Link to={one.to}>{one.name}</Link>
            </th>
            <td data-label={words.codeHeading}>{one.code}</td>
            <td data-label={words.schoolForm}>{one.forms}</td>
            <td data-label={words.administrator}>
              {one.isClosed && <span class="state">{words.closed}</span>}
              {one.lacksAdministrator && <span class="account-issue">{words.lacking}</span>}
              {!one.isClosed && !one.lacksAdministrator && words.administrators(one.administrators)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
