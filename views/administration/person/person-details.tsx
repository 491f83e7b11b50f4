import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { Form } from '../../parts/form.js'
import { Link, type Path } from '../../parts/link.js'
import { Notice } from '../../parts/notice.js'
import { Telephone } from '../../parts/telephone.js'

export interface DetailsShown {
  readonly name: string
  readonly isProtected: boolean
  /** Masked until asked for; nothing of a protected one. */
  readonly number: string | undefined
  readonly isNumberShown: boolean
  /** Undefined until it is asked for. */
  readonly username: string | undefined
  /** Undefined where neither it nor the postal address is shown: another school told us. */
  readonly email: string | undefined
  readonly address: readonly string[]
  /** That a letter came back from there. */
  readonly addressRefused: string | undefined
  readonly language: string
  readonly mayChange: boolean
}

interface PersonDetailsProps {
  readonly text: Text
  readonly formToken: string
  readonly at: Path
  readonly isSelf: boolean
  readonly details: DetailsShown
}

/** What is known about the person, with what is shown on purpose only behind a button. */
export const PersonDetails = ({ text, formToken, at, isSelf, details }: PersonDetailsProps): VNode => {
  const { person: words } = text.administration
  return (
    <section class="card" aria-labelledby="uppgifter">
      <h2 id="uppgifter">{words.details}</h2>
      {details.isProtected && <p>{words.protectedWords}</p>}
      <dl class="facts">
        {!details.isProtected && (
          <>
            <dt>{words.name}</dt>
            <dd>{details.name}</dd>
          </>
        )}
        {details.number && (
          <>
            <dt>{words.number}</dt>
            <dd>
              <span class="code">{details.number}</span>
              {details.isNumberShown && <span class="quiet"> {words.logged}</span>}
              {!details.isNumberShown && (
                <Form to={`${at}/personnummer`} formToken={formToken}>
                  <Button label={words.showNumber} weight="tertiary" />
                </Form>
              )}
            </dd>
          </>
        )}
        <Username text={text} formToken={formToken} at={at} username={details.username} />
        {!details.isProtected && <Reached text={text} details={details} />}
        <dt>{words.language}</dt>
        <dd>{details.language}</dd>
      </dl>
      {details.mayChange && (
        <p>
          <Link to={`${at}/uppgifter`}>{words.changeDetails}</Link>
        </p>
      )}
      {!details.mayChange && !isSelf && (
        <>
          {!details.isProtected && <p>{words.notTheirs}</p>}
          <Telephone text={text} />
        </>
      )}
    </section>
  )
}

const Username = ({
  text,
  formToken,
  at,
  username,
}: Pick<PersonDetailsProps, 'text' | 'formToken' | 'at'> & { readonly username: string | undefined }): VNode => {
  const { person: words } = text.administration
  return (
    <>
      <dt>{words.username}</dt>
      <dd>
        {username === undefined ? (
          <>
            {words.hidden}
            <Form to={`${at}/anvandarnamn`} formToken={formToken}>
              <Button label={words.showUsername} weight="tertiary" />
            </Form>
          </>
        ) : (
          <>
            <span class="code">{username}</span>
            <span class="quiet"> {words.logged}</span>
          </>
        )}
      </dd>
    </>
  )
}

const Reached = ({ text, details }: Pick<PersonDetailsProps, 'text' | 'details'>): VNode => {
  const { person: words } = text.administration
  return (
    <>
      <dt>{words.email}</dt>
      <dd>{details.email ?? words.hidden}</dd>
      <dt>{words.address}</dt>
      <dd>
        {details.address.length === 0 && (details.email === undefined ? words.hidden : words.noAddress)}
        {details.address.map((line) => (
          <div key={line}>{line}</div>
        ))}
        {details.addressRefused && (
          <Notice kind="warning">
            <p>{details.addressRefused}</p>
          </Notice>
        )}
      </dd>
    </>
  )
}
