import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { Form } from '../../parts/form.js'
import { Link, type Path } from '../../parts/link.js'
import { Notice } from '../../parts/notice.js'

interface LetterShown {
  readonly id: string
  readonly what: string
  /** The account’s page. */
  readonly to: Path | undefined
  readonly why: string
  readonly when: string
  readonly dateTime: string
}

export interface UndeliveredListProps {
  readonly text: Text
  readonly formToken: string
  readonly done: string | undefined
  readonly mails: readonly LetterShown[]
}

/** What could not be delivered, to whom and why, the latest first. */
export const UndeliveredList = ({ text, formToken, done, mails }: UndeliveredListProps): VNode => {
  const { undelivered: words } = text.officers
  return (
    <>
      <h1 class="heading">{words.title}</h1>
      {done && (
        <Notice kind="success">
          <p>{done}</p>
        </Notice>
      )}
      <p class="preamble">{words.preamble}</p>
      {mails.length === 0 && <p>{words.none}</p>}
      <ul class="history">
        {mails.map(({ id, what, to, why, when, dateTime }) => (
          <li key={id}>
            <span class="history__what" id={`mejl-${id}`}>
              {to ? <Link to={to}>{what}</Link> : what}
            </span>
            <span class="history__when">
              <time dateTime={dateTime}>{when}</time>. {why}
            </span>
            <Form to="/handlaggning/mejl/igen" formToken={formToken} kept={{ id }}>
              <Button label={words.again} weight="secondary" describedBy={`mejl-${id}`} />
              <Button label={words.dismiss} weight="tertiary" describedBy={`mejl-${id}`} to="/handlaggning/mejl/bort" />
            </Form>
          </li>
        ))}
      </ul>
    </>
  )
}
