import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { Field } from '../../parts/field.js'
import { Link } from '../../parts/link.js'
import { Select, type SelectProps } from '../../parts/select.js'

export interface SearchFormProps {
  readonly text: Text
  readonly formToken: string
  readonly words: string
  /** The filters, each with all its choices. */
  readonly filters: readonly SelectProps[]
  /** The order goes on, whatever is searched for. */
  readonly order: string | undefined
  /** Why what the address asked for was not searched for. */
  readonly note: string | undefined
  /** Something is searched or chosen. */
  readonly isNarrowed: boolean
}

/** A post, which leads on to an address that can be kept and sent on; but a number stands in no address. */
export const SearchForm = (props: SearchFormProps): VNode => {
  const { text, formToken, words: typed, filters, order, note, isNarrowed } = props
  const { people: words } = text.administration
  return (
    <search>
      <form class="search card" method="post" action="/behorigheter/personer">
        <input type="hidden" name="token" value={formToken} />
        {note !== undefined && <p>{note}</p>}
        {order !== undefined && <input type="hidden" name="ordning" value={order} />}
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
        {isNarrowed && (
          <p class="search__clear">
            <Link to="/behorigheter/personer">{words.clear}</Link>
          </p>
        )}
      </form>
    </search>
  )
}
