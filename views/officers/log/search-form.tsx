import type { VNode } from 'preact'
import type { LogField, TypedSearch } from '../../../src/officers/log/search.js'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { errorsOf, type FieldError } from '../../parts/error-summary.js'
import { ClockField, DateField, Field } from '../../parts/field.js'
import { Link } from '../../parts/link.js'
import { Select, type SelectProps } from '../../parts/select.js'

export interface LogSearchFormProps {
  readonly text: Text
  readonly formToken: string
  readonly typed: TypedSearch
  readonly kinds: SelectProps['options']
  readonly errors: readonly FieldError[]
  /** Something is searched or chosen. */
  readonly isNarrowed: boolean
}

/** A post, since a number may be typed; it leads on to an address that can be kept. */
export const LogSearchForm = (props: LogSearchFormProps): VNode => {
  const { text, formToken, typed, kinds, errors, isNarrowed } = props
  const { log: words } = text.officers
  const asked = (name: LogField) => ({
    name,
    value: typed[name],
    errors: errorsOf(errors, name),
    autocomplete: 'off' as const,
  })
  return (
    <search>
      <form class="card log-search" method="post" action="/handlaggning/logg" novalidate>
        <input type="hidden" name="token" value={formToken} />
        <h2>{words.searchTitle}</h2>
        <div class="log-search__fields">
          <Field {...asked('om')} label={words.about} hint={words.aboutHint} />
          <Field {...asked('av')} label={words.actor} hint={words.aboutHint} />
          <Field {...asked('organisation')} label={words.organisation} hint={words.organisationHint} />
          <Select name="handelse" label={words.kind} chosen={typed.handelse} options={kinds} />
          <DateField {...asked('fran')} label={words.from} />
          <ClockField {...asked('frankl')} label={words.fromClock} />
          <DateField {...asked('till')} label={words.to} />
          <ClockField {...asked('tillkl')} label={words.toClock} />
        </div>
        <div class="ways">
          <Button label={words.submit} />
          {isNarrowed && <Link to="/handlaggning/logg">{words.clear}</Link>}
        </div>
      </form>
    </search>
  )
}
