import type { VNode } from 'preact'
import { Country } from './country.js'
import { pauseReasons } from '../../src/permissions/grants/grant.js'
import type { Text } from '../../src/text/text.js'
import { Radios, type Option } from './choice.js'
import { errorsOf, type FieldError } from './error-summary.js'
import { OneName } from './one-name.js'
import { DateField, Field, WordsField } from './field.js'

/** The questions of each act, with what was typed and what is wrong with it. */
export interface FieldsProps {
  readonly text: Text
  readonly typed: Readonly<Record<string, string>>
  readonly errors: readonly FieldError[]
}

const Day = ({ text, typed, errors, name, label, hint }: FieldsProps & DayNamed): VNode => (
  <DateField
    name={name}
    label={label ?? text.administration.personActions[name === 'from' ? 'from' : 'to']}
    {...(hint && { hint })}
    errors={errorsOf(errors, name)}
    autocomplete="off"
    value={typed[name] ?? ''}
  />
)

interface DayNamed {
  readonly name: 'from' | 'to' | 'day'
  readonly label?: string
  readonly hint?: string
}

export const DaysFields = (props: FieldsProps & { readonly asksFrom: boolean }): VNode => (
  <>
    {props.asksFrom && <Day {...props} name="from" />}
    <Day {...props} name="to" hint={props.text.administration.personActions.toHint} />
  </>
)

export const PauseFields = (props: FieldsProps): VNode => {
  const { personActions: words } = props.text.administration
  return (
    <>
      <Day {...props} name="from" />
      <Day {...props} name="to" />
      <Radios
        name="reason"
        legend={words.reason}
        options={pauseReasons.map((value) => ({ value, label: words.reasonLabel[value] }))}
        chosen={props.typed['reason'] ?? ''}
        errors={errorsOf(props.errors, 'reason')}
      />
    </>
  )
}

export const EndFields = (props: FieldsProps): VNode => {
  const { personActions: words } = props.text.administration
  return (
    <>
      <Radios
        name="when"
        legend={words.when}
        options={[
          { value: 'now', label: words.now, words: words.nowWords },
          { value: 'day', label: words.onDay, words: words.onDayWords },
        ]}
        chosen={props.typed['when'] ?? ''}
        errors={errorsOf(props.errors, 'when')}
      />
      <Day {...props} name="day" label={words.lastDay} hint={words.lastDayHint} />
    </>
  )
}

export const GiveFields = (props: FieldsProps & { readonly options: readonly Option[] }): VNode => (
  <>
    <Radios
      name="what"
      legend={props.text.administration.personActions.what}
      options={props.options}
      chosen={props.typed['what'] ?? ''}
      errors={errorsOf(props.errors, 'what')}
    />
    <DaysFields {...props} asksFrom={true} />
  </>
)

export const EndingFields = ({ text, typed, errors }: FieldsProps): VNode => (
  <WordsField
    name="reason"
    label={text.administration.personActions.endingReason}
    hint={text.administration.personActions.endingReasonHint}
    errors={errorsOf(errors, 'reason')}
    autocomplete="off"
    value={typed['reason'] ?? ''}
    maxLength={500}
  />
)

const nameFields = ['givenName', 'familyName'] as const
const contactFields = ['email', 'repeat', 'street', 'postalCode', 'locality'] as const

export const DetailsFields = ({ text, typed, errors }: FieldsProps): VNode => {
  const fieldOf = (name: (typeof nameFields | typeof contactFields)[number]) => (
    <Field
      key={name}
      name={name}
      label={text.administration.personActions[name]}
      errors={errorsOf(errors, name)}
      autocomplete="off"
      value={typed[name] ?? ''}
      {...(name === 'postalCode' && { isShort: true })}
      {...((name === 'email' || name === 'repeat') && { inputMode: 'email' as const })}
    />
  )
  return (
    <>
      {nameFields.map(fieldOf)}
      <OneName text={text} typed={typed} />
      {contactFields.map(fieldOf)}
      <Country text={text} chosen={typed['country']} errors={errors} />
    </>
  )
}
