import type { VNode } from 'preact'
import { countriesInOrder, sweden } from '../../src/text/country.js'
import type { Text } from '../../src/text/text.js'
import { errorsOf, type FieldError } from './error-summary.js'
import { SelectField } from './field.js'

export interface CountryProps {
  readonly text: Text
  readonly chosen: string | undefined
  readonly errors: readonly FieldError[]
}

/** The last question of a postal address; Sweden when nobody has said otherwise. */
export const Country = ({ text: { common }, chosen, errors }: CountryProps): VNode => (
  <SelectField
    name="country"
    label={common.countryLabel}
    errors={errorsOf(errors, 'country')}
    autocomplete="off"
    chosen={chosen === undefined || chosen === '' ? sweden : chosen}
    options={countriesInOrder(common.country).map((code) => ({ value: code, label: common.country(code) }))}
  />
)
