import type { VNode } from 'preact'
import { Country } from '../../parts/country.js'
import type { TypedGiving } from '../../../src/officers/organisations/granting/organisation-permissions.form.js'
import type { Text } from '../../../src/text/text.js'
import { GiveFields } from '../../parts/act-fields.js'
import { Button } from '../../parts/button.js'
import type { Option } from '../../parts/choice.js'
import { ErrorSummary, errorsOf, type FieldError } from '../../parts/error-summary.js'
import { Field } from '../../parts/field.js'
import { Form } from '../../parts/form.js'
import { OneName } from '../../parts/one-name.js'
import { Link, type Path } from '../../parts/link.js'

export interface GivePermissionProps {
  readonly text: Text
  readonly formToken: string
  readonly at: Path
  readonly organisation: string
  readonly options: readonly Option[]
  readonly typed: TypedGiving
  readonly errors: readonly FieldError[]
}

/** A permission for a service that the agency keeps: to whom, which, and for which days. */
export const GivePermission = (props: GivePermissionProps): VNode => {
  const { text, formToken, at, organisation, options, typed, errors } = props
  const { granting: words } = text.officers
  const asked = (name: keyof Text['officers']['granting']['fields']) => ({
    name,
    label: words.fields[name],
    value: typed[name],
    errors: errorsOf(errors, name),
    autocomplete: 'off' as const,
  })
  return (
    <>
      <ErrorSummary title={text.common.whatIsWrong} errors={errors} />
      <h1 class="heading">{words.giveTitle}</h1>
      <p class="preamble">{organisation}</p>
      {options.length === 0 ? (
        <p>{words.nothingKept}</p>
      ) : (
        <Form to={`${at}/ge`} formToken={formToken}>
          <Field {...asked('who')} hint={words.whoHint} />
          <GiveFields text={text} typed={typed} errors={errors} options={options} />
          <h2>{words.newPerson}</h2>
          <p>{words.newPersonWords}</p>
          <Field {...asked('givenName')} capitals="words" />
          <Field {...asked('familyName')} capitals="words" />
          <OneName text={text} typed={typed} />
          <Field {...asked('email')} inputMode="email" />
          <Field {...asked('street')} />
          <Field {...asked('postalCode')} isShort />
          <Field {...asked('locality')} />
          <Country text={text} chosen={typed.country} errors={errors} />
          <Button label={words.giveDo} />
        </Form>
      )}
      <p>
        <Link to={`${at}/behorigheter`}>{words.cancel}</Link>
      </p>
    </>
  )
}
