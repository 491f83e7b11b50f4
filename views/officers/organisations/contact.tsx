import type { VNode } from 'preact'
import type { TypedContact } from '../../../src/officers/organisations/contacts/contacts.form.js'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { Tick } from '../../parts/choice.js'
import { ErrorSummary, errorsOf, type FieldError } from '../../parts/error-summary.js'
import { Field } from '../../parts/field.js'
import { Form } from '../../parts/form.js'
import { Link, type Path } from '../../parts/link.js'

export interface ContactPageProps {
  readonly text: Text
  readonly formToken: string
  readonly title: string
  readonly organisation: string
  readonly at: Path
  /** Undefined: a new one. */
  readonly contactId: string | undefined
  readonly typed: TypedContact
  readonly errors: readonly FieldError[]
}

/** One contact person at the agency, to be told, changed or removed. */
export const ContactPage = (props: ContactPageProps): VNode => {
  const { text, formToken, title, organisation, at, contactId, typed, errors } = props
  const { contacts: words } = text.officers
  const asked = (name: 'name' | 'telephone' | 'email') => ({
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
      <p class="preamble">{organisation}</p>
      <Form to={`${at}/kontakter/${contactId ?? 'ny'}`} formToken={formToken}>
        <Field {...asked('name')} capitals="words" />
        <Field {...asked('telephone')} inputMode="text" isShort />
        <Field {...asked('email')} inputMode="email" />
        <Tick
          name="isResponsible"
          label={words.responsible}
          words={words.responsibleWords}
          isTicked={typed.isResponsible === 'ja'}
        />
        <Button label={words.save} {...(contactId && { says: { name: 'act', value: 'change' } })} />
        {contactId && <Button label={words.remove} weight="secondary" says={{ name: 'act', value: 'remove' }} />}
      </Form>
      <p>
        <Link to={at}>{words.cancel}</Link>
      </p>
    </>
  )
}
