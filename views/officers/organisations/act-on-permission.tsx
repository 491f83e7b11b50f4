import type { ComponentChildren, VNode } from 'preact'
import type { TypedAct } from '../../../src/officers/organisations/granting/organisation-permissions.form.js'
import type { Text } from '../../../src/text/text.js'
import { PauseFields } from '../../parts/act-fields.js'
import { Button } from '../../parts/button.js'
import { ErrorSummary, errorsOf, RefusalSummary, type FieldError } from '../../parts/error-summary.js'
import { DateField } from '../../parts/field.js'
import { Form } from '../../parts/form.js'
import { Link, type Path } from '../../parts/link.js'

export interface ActOnPermissionProps {
  readonly text: Text
  readonly formToken: string
  readonly title: string
  readonly organisation: string
  readonly back: Path
  readonly to: Path
  readonly state: 'active' | 'planned' | 'paused' | 'expired' | 'ended'
  readonly terms: string
  /** An officer's to change. */
  readonly isTheirs: boolean
  readonly hasPause: boolean
  readonly typed: TypedAct
  readonly errors: readonly FieldError[]
  readonly refused: string | undefined
}

/** One permission that somebody holds, and what an officer may do to it. */
export const ActOnPermission = (props: ActOnPermissionProps): VNode => {
  const { text, title, organisation, back, state, terms, isTheirs, errors, refused } = props
  return (
    <>
      <ErrorSummary title={text.common.whatIsWrong} errors={errors} />
      {refused && (
        <RefusalSummary title={text.common.whatIsWrong}>
          <p>{refused}</p>
        </RefusalSummary>
      )}
      <h1 class="heading">{title}</h1>
      <p class="preamble">{organisation}</p>
      <p>
        <span class={`state state--${state}`}>{text.permissions.state[state]}</span> {terms}
      </p>
      {isTheirs ? <Actions {...props} /> : <p>{text.officers.granting.isNotYours}</p>}
      <p>
        <Link to={back}>{text.officers.granting.toAll}</Link>
      </p>
    </>
  )
}

const Actions = ({ text, formToken, to, hasPause, typed, errors }: ActOnPermissionProps): VNode => {
  const { granting: words } = text.officers
  const day = (name: 'validFrom' | 'validTo') => (
    <DateField
      name={name}
      label={words.days[name]}
      value={typed[name]}
      errors={errorsOf(errors, name)}
      autocomplete="off"
    />
  )
  const act = (name: 'days' | 'pause' | 'resume' | 'end', fields?: ComponentChildren) => (
    <section class="card" aria-labelledby={name}>
      <h2 id={name}>{words.actions[name]}</h2>
      <p>{words.actWords[name]}</p>
      <Form to={to} formToken={formToken} kept={{ act: name }}>
        {fields}
        <Button label={words.actDo[name]} weight="secondary" />
      </Form>
    </section>
  )
  return (
    <>
      {act(
        'days',
        <>
          {day('validFrom')}
          {day('validTo')}
        </>,
      )}
      {act('pause', <PauseFields text={text} typed={typed} errors={errors} />)}
      {hasPause && act('resume')}
      {act('end')}
    </>
  )
}
