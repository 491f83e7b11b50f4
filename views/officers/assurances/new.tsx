import type { VNode } from 'preact'
import { Country } from '../../parts/country.js'
import type { AssuranceField, AssuranceForm } from '../../../src/officers/assurances/assurances.form.js'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { Radios, Tick } from '../../parts/choice.js'
import { ErrorSummary, errorsOf, type FieldError } from '../../parts/error-summary.js'
import { DateField, Field } from '../../parts/field.js'
import { OneName } from '../../parts/one-name.js'
import { FileField, UploadForm } from '../../parts/upload.js'

export interface NewAssuranceProps {
  readonly text: Text
  readonly formToken: string
  readonly typed: AssuranceForm
  readonly errors: readonly FieldError[]
  /** The account of somebody called something else whose number it is. */
  readonly isAnothers: string | undefined
  /** The signatory's name is like that of the appointed, or of the officer, or was and is said to be another's. */
  readonly asks: { readonly otherSignatory: boolean; readonly notRegistrar: boolean }
}

/** The signed form, copied field by field in the order of the paper. */
export const NewAssurance = ({ text, formToken, typed, errors, isAnothers, asks }: NewAssuranceProps): VNode => {
  const { assurances: words } = text.officers
  const asked = (name: AssuranceField) => ({
    name,
    value: typed[name],
    errors: errorsOf(errors, name),
    autocomplete: 'off' as const,
  })
  const radios = (name: AssuranceField) => ({ name, chosen: typed[name], errors: errorsOf(errors, name) })
  return (
    <>
      <ErrorSummary title={text.common.whatIsWrong} errors={errors} />
      <h1 class="heading">{words.newTitle}</h1>
      <p class="preamble">{words.newPreamble}</p>
      <UploadForm to="/handlaggning/forsakringar/ny" formToken={formToken} kept={{ sameAs: isAnothers }}>
        <Signed text={text} typed={typed} errors={errors} asks={asks} />
        <h2>{words.appointed}</h2>
        <Field {...asked('personnummer')} label={words.personnummer} isShort />
        {isAnothers !== undefined && <Tick name="samePerson" label={words.samePerson} />}
        <Field {...asked('givenName')} label={words.givenName} />
        <Field {...asked('familyName')} label={words.familyName} />
        <OneName text={text} typed={typed} />
        <Field {...asked('email')} label={words.email} inputMode="email" />
        <Field {...asked('street')} label={words.street} />
        <Field {...asked('postalCode')} label={words.postalCode} isShort />
        <Field {...asked('locality')} label={words.locality} />
        <Country text={text} chosen={typed.country} errors={errors} />
        <Radios
          {...radios('effect')}
          legend={words.effect}
          options={[
            { value: 'adds', label: words.adds },
            { value: 'replaces', label: words.replaces },
            { value: 'replaces-one', label: words['replaces-one'] },
          ]}
        />
        <Field {...asked('replaced')} label={words.replaced} hint={words.replacedHint} capitals="words" />
        <DateField {...asked('lastDay')} label={words.lastDay} />
        <FileField
          name="scan"
          label={words.scan}
          hint={errors.length > 0 ? words.scanAgain : words.scanHint}
          accept=".pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg"
          errors={errorsOf(errors, 'scan')}
        />
        <Button label={words.save} />
      </UploadForm>
    </>
  )
}

/** Which organisation, and who has signed for it. */
const Signed = ({ text, typed, errors, asks }: Omit<NewAssuranceProps, 'formToken' | 'isAnothers'>): VNode => {
  const { assurances: words } = text.officers
  const asked = (name: AssuranceField) => ({
    name,
    value: typed[name],
    errors: errorsOf(errors, name),
    autocomplete: 'off' as const,
  })
  return (
    <>
      <h2>{words.organisation}</h2>
      <Radios
        name="kind"
        chosen={typed.kind}
        errors={errorsOf(errors, 'kind')}
        legend={words.kind}
        options={[
          { value: 'school', label: words.school },
          { value: 'municipality', label: words.municipality },
        ]}
      />
      <Field {...asked('code')} label={words.code} inputMode="numeric" isShort />
      <Field {...asked('signatoryName')} label={words.signatoryName} />
      {asks.otherSignatory && (
        <Tick name="otherSignatory" label={words.otherSignatory} isTicked={typed.otherSignatory === 'ja'} />
      )}
      {asks.notRegistrar && (
        <Tick name="notRegistrar" label={words.notRegistrar} isTicked={typed.notRegistrar === 'ja'} />
      )}
      <DateField {...asked('signedOn')} label={words.signedOn} min="1990-01-01" />
    </>
  )
}
