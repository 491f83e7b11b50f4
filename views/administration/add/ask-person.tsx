import type { VNode } from 'preact'
import { Country } from '../../parts/country.js'
import { Tick } from '../../parts/choice.js'
import { errorsOf } from '../../parts/error-summary.js'
import { Field } from '../../parts/field.js'
import { OneName } from '../../parts/one-name.js'
import { Link, type Path } from '../../parts/link.js'
import { LargeNumber, StepPage, type NumberShown, type StepProps } from './step.js'

export interface AskPersonProps extends StepProps {
  readonly number: NumberShown
  readonly toNumber: Path
  readonly typed: Readonly<Record<Asked | 'country' | 'hasOneName', string>>
  /** The postal code and the place do not seem to belong together: the reader may say that they do. */
  readonly mayConfirm: boolean
}

type Asked = 'givenName' | 'familyName' | 'email' | 'emailAgain' | 'street' | 'postalCode' | 'locality'

/** Who is new: names, where mail goes, where the letter goes. */
export const AskPerson = ({ number, toNumber, typed, mayConfirm, ...step }: AskPersonProps): VNode => {
  const words = step.text.administration.add
  const asked = (name: Asked) => ({
    name,
    label: words[name],
    value: typed[name],
    errors: errorsOf(step.errors, name),
    autocomplete: 'off' as const,
  })
  const head = (
    <>
      <LargeNumber number={number} />
      <p>
        {words.checkNumber} <Link to={toNumber}>{words.changeNumber}</Link>
      </p>
      <p>{words.personPreamble}</p>
    </>
  )
  return (
    <StepPage {...step} title={words.personTitle} head={head}>
      <Field {...asked('givenName')} capitals="words" />
      <Field {...asked('familyName')} capitals="words" />
      <OneName text={step.text} typed={typed} />
      <Field {...asked('email')} hint={words.emailHint} inputMode="email" />
      <Field {...asked('emailAgain')} inputMode="email" />
      <fieldset class="choices">
        <legend class="label">{words.address}</legend>
        <p class="label__description">{words.addressHint}</p>
        <Field {...asked('street')} capitals="words" />
        <Field {...asked('postalCode')} hint={words.postalCodeHint} isShort />
        <Field {...asked('locality')} capitals="words" />
        <Country text={step.text} chosen={typed.country} errors={step.errors} />
        {mayConfirm && <Tick name="addressIsRight" label={words.addressIsRight} />}
      </fieldset>
    </StepPage>
  )
}
