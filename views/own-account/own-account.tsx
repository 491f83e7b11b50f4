import type { VNode } from 'preact'
import { languages, type Language, type Text } from '../../src/text/text.js'
import { Button } from '../parts/button.js'
import { Form } from '../parts/form.js'
import { Link } from '../parts/link.js'
import { Notice } from '../parts/notice.js'
import { OwnRequests, type OwnRequest } from './requests.js'
import { Schools, type School } from './schools.js'
import { Sessions, type SessionShown } from './sessions.js'

export interface OwnAccountProps {
  readonly text: Text
  readonly formToken: string
  /** What was just done. */
  readonly done: string | undefined
  readonly name: string
  readonly username: string
  readonly email: string | null
  readonly language: Language
  readonly schools: readonly School[]
  readonly requests: readonly OwnRequest[]
  readonly sessions: readonly SessionShown[]
}

/** Who one is here, what one may do and says who, and where one is signed in. */
export function OwnAccount(props: OwnAccountProps): VNode {
  const { text, formToken, done, schools, requests, sessions } = props
  return (
    <div class="wide account">
      <h1 class="heading">{text.ownAccount.title}</h1>
      {done && (
        <Notice kind="success">
          <p>{done}</p>
        </Notice>
      )}
      <Details {...props} />
      <Schools text={text} schools={schools} />
      <OwnRequests text={text} formToken={formToken} requests={requests} />
      <Sessions text={text} formToken={formToken} sessions={sessions} />
    </div>
  )
}

const Details = ({ text, formToken, name, username, email, language }: OwnAccountProps): VNode => {
  const { ownAccount: words } = text
  const other = languages.find((candidate) => candidate !== language) ?? 'sv'
  return (
    <section class="card" aria-labelledby="uppgifter">
      <h2 id="uppgifter">{words.details}</h2>
      <dl class="facts">
        <dt>{words.name}</dt>
        <dd>{name}</dd>
        <dt>{words.username}</dt>
        <dd class="code">{username}</dd>
        <dt>{words.email}</dt>
        <dd>{email ?? words.noEmail}</dd>
        <dt>{words.mailLanguage}</dt>
        <dd>
          {words.languageName[language]}
          <Form to="/konto/sprak" formToken={formToken} kept={{ language: other }}>
            <Button label={words.chooseLanguage[other]} weight="tertiary" />
          </Form>
        </dd>
      </dl>
      <p class="quiet">{words.wrongDetails}</p>
      <p>
        <Link to="/losenordskiosk/andra">{words.changePassword}</Link>
      </p>
    </section>
  )
}
