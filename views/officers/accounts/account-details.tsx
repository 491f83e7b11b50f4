import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { Form } from '../../parts/form.js'
import type { Path } from '../../parts/link.js'

export interface DetailsShown {
  readonly isProtected: boolean
  /** What is shown on purpose only has just been asked for. */
  readonly isShown: boolean
  /** Undefined of a protected identity, until it is asked for. */
  readonly reached: Reached | undefined
  readonly username: string
  readonly language: string
  readonly created: string
  readonly isOfficer: boolean
}

interface Reached {
  /** Masked until asked for. */
  readonly number: string
  readonly email: string
  /** When a mail was refused. */
  readonly refused: string | null
  readonly address: readonly string[]
}

export interface AccountDetailsProps {
  readonly text: Text
  readonly formToken: string
  readonly at: Path
  readonly name: string
  readonly details: DetailsShown
}

/** Who it is and where they are reached. */
export const AccountDetails = (props: AccountDetailsProps): VNode => {
  const { text, name, details } = props
  const { account: words } = text.officers
  return (
    <section class="card" aria-labelledby="uppgifter">
      <h2 id="uppgifter">{words.details}</h2>
      {details.isProtected && <p>{words.protectedWords}</p>}
      {details.isShown && <p class="quiet">{words.logged}</p>}
      <dl class="facts">
        {details.reached && (
          <>
            <dt>{words.name}</dt>
            <dd>{name}</dd>
            <Contact text={text} reached={details.reached} />
          </>
        )}
        <dt>{words.username}</dt>
        <dd>
          <span class="code">{details.username}</span>
        </dd>
        <dt>{words.language}</dt>
        <dd>{details.language}</dd>
        <dt>{words.created}</dt>
        <dd>{details.created}</dd>
        {details.isOfficer && (
          <>
            <dt>{words.role}</dt>
            <dd>{words.isOfficer}</dd>
          </>
        )}
      </dl>
      {!details.isShown && (
        <Form to={`${props.at}/visa`} formToken={props.formToken}>
          <Button label={details.isProtected ? words.showDetails : words.showNumber} weight="secondary" />
        </Form>
      )}
    </section>
  )
}

const Contact = ({ text, reached }: { readonly text: Text; readonly reached: Reached }): VNode => {
  const { account: words } = text.officers
  return (
    <>
      <dt>{words.number}</dt>
      <dd>
        <span class="code">{reached.number}</span>
      </dd>
      <dt>{words.email}</dt>
      <dd>
        {reached.email}
        {reached.refused && <div class="quiet">{words.emailRefused(reached.refused)}</div>}
      </dd>
      <dt>{words.address}</dt>
      <dd>
        {reached.address.length === 0 && words.noAddress}
        {reached.address.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </dd>
    </>
  )
}
