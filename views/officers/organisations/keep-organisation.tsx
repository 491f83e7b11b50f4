import type { VNode } from 'preact'
import type { TypedOrganisation } from '../../../src/officers/organisations/edit/edit-organisation.form.js'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { Choices, Radios, Tick, type TickProps } from '../../parts/choice.js'
import { ErrorSummary, errorsOf, type FieldError } from '../../parts/error-summary.js'
import { Field } from '../../parts/field.js'
import { Form } from '../../parts/form.js'
import { Link, type Path } from '../../parts/link.js'
import { Notice } from '../../parts/notice.js'

export interface KeepOrganisationProps {
  readonly text: Text
  readonly formToken: string
  readonly title: string
  readonly to: Path
  readonly back: Path
  readonly isNew: boolean
  readonly isStale: boolean
  /** Which other one it resembles. */
  readonly alike: string | undefined
  readonly typed: TypedOrganisation
  readonly forms: readonly TickProps[]
  readonly errors: readonly FieldError[]
}

/** What is kept about an organisation, to be told or changed. */
export const KeepOrganisation = (props: KeepOrganisationProps): VNode => {
  const { text, formToken, title, to, back, isNew, alike, typed, forms, errors } = props
  const { organisations: words } = text.officers
  const asked = (name: 'code' | 'name' | 'street' | 'postalCode' | 'locality') => ({
    name,
    label: words.fields[name],
    value: typed[name],
    errors: errorsOf(errors, name),
    autocomplete: 'off' as const,
  })
  return (
    <>
      <ErrorSummary title={text.common.whatIsWrong} errors={errors} />
      <h1 class="heading">{title}</h1>
      <Notices {...props} />
      <Form to={to} formToken={formToken} kept={{ version: isNew ? undefined : typed.version }}>
        <Radios
          name="kind"
          legend={words.kind}
          chosen={typed.kind}
          errors={errorsOf(errors, 'kind')}
          options={[
            { value: 'school', label: words.kinds.school },
            { value: 'municipality', label: words.kinds.municipality },
          ]}
        />
        <Field {...asked('code')} hint={words.codeHint} inputMode="numeric" isShort />
        <Field {...asked('name')} />
        <Choices name="schoolForms" legend={words.formsLegend} errors={errorsOf(errors, 'schoolForms')}>
          {forms.map((form) => (
            <Tick key={form.name} {...form} />
          ))}
        </Choices>
        <Radios
          name="reportingMethod"
          legend={words.reportingMethod}
          chosen={typed.reportingMethod}
          errors={errorsOf(errors, 'reportingMethod')}
          options={[
            { value: 'web', label: words.reportingMethods.web },
            { value: 'file', label: words.reportingMethods.file },
          ]}
        />
        <Field {...asked('street')} hint={words.addressHint} />
        <Field {...asked('postalCode')} inputMode="numeric" isShort />
        <Field {...asked('locality')} />
        {(alike !== undefined || typed.isNew === 'ja') && (
          <Tick name="isNew" label={words.isAnother} isTicked={typed.isNew === 'ja'} />
        )}
        <Button label={isNew ? words.registerDo : words.save} />
      </Form>
      <p>
        <Link to={back}>{words.cancel}</Link>
      </p>
    </>
  )
}

/** Why it is not saved, when it is for no field to mend. */
const Notices = ({ text, isStale, alike }: KeepOrganisationProps): VNode => {
  const { organisations: words } = text.officers
  return (
    <>
      {isStale && (
        <Notice kind="error" title={words.staleTitle}>
          <p>{words.stale}</p>
        </Notice>
      )}
      {alike !== undefined && (
        <Notice kind="warning" title={words.alike}>
          <p>{alike}</p>
          <p>{words.alikeWords}</p>
        </Notice>
      )}
    </>
  )
}
