import type { VNode } from 'preact'
import type { Fact } from '../../../src/officers/relying-services/facts.js'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { Form } from '../../parts/form.js'
import { Link, OutsideLink } from '../../parts/link.js'
import { Notice } from '../../parts/notice.js'

export interface ClientPageProps {
  readonly text: Text
  readonly formToken: string
  readonly id: string
  readonly name: string
  readonly homeUri: string
  readonly isOff: boolean
  readonly hasSecret: boolean
  readonly done: string | undefined
  readonly facts: readonly Fact[]
}

/** One relying service: how it is registered, and what can be done with it. */
export const ClientPage = (props: ClientPageProps): VNode => {
  const { text, name, isOff, done, facts } = props
  const { relyingServices: words } = text.officers
  return (
    <>
      <h1 class="heading">{name}</h1>
      {done && (
        <Notice kind="success">
          <p>{done}</p>
        </Notice>
      )}
      {isOff && done === undefined && (
        <Notice kind="warning">
          <p>{words.isOff}</p>
        </Notice>
      )}
      <ClientActions {...props} />
      <section class="card" aria-labelledby="uppgifter">
        <h2 id="uppgifter">{words.facts}</h2>
        <ClientFacts facts={facts} />
      </section>
    </>
  )
}

/** A term with as many lines as it has. */
export const ClientFacts = ({ facts }: { readonly facts: readonly Fact[] }): VNode => (
  <dl class="facts facts--wide">
    {facts.map(([term, lines]) => (
      <>
        <dt>{term}</dt>
        <dd>
          {lines.map((line) => (
            <span key={line} class="facts__line">
              {line}
            </span>
          ))}
        </dd>
      </>
    ))}
  </dl>
)

const ClientActions = ({ text, formToken, id, name, homeUri, isOff, hasSecret }: ClientPageProps): VNode => {
  const { relyingServices: words } = text.officers
  const at = `/handlaggning/e-tjanster/${id}` as const
  return (
    <>
      <ul class="action-list">
        <li>
          <Link to={`${at}/andra`}>{words.change}</Link>
        </li>
        {hasSecret && !isOff && (
          <li>
            <Link to={`${at}/ny-hemlighet`}>{words.renew}</Link>
          </li>
        )}
        <li>
          <Link to={`${at}/installningar`}>{words.settings}</Link>
        </li>
        <li>
          <Link to={`${at}/prova`}>{words.tryIt}</Link>
        </li>
        {!isOff && (
          <>
            <li>
              <OutsideLink to={homeUri}>{words.openService(name)}</OutsideLink>
            </li>
            <li>
              <Link to={`${at}/stang-av`}>{words.turnOff}</Link>
            </li>
          </>
        )}
      </ul>
      {isOff && (
        <Form to={`${at}/oppna`} formToken={formToken}>
          <Button label={words.turnOn} />
        </Form>
      )}
    </>
  )
}
