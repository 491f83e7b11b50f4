import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { assetPath } from '../../../src/web/assets.js'
import { ButtonLink, Link } from '../../parts/link.js'

export interface MailboxProps {
  readonly text: Text
  readonly mails: readonly MailInList[]
  /** How many there are, shown or not. */
  readonly total: number
  readonly failures: readonly FailureInList[]
}

export interface MailInList {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly received: string
  readonly glimpse: string
}

export interface FailureInList {
  readonly id: string
  readonly kind: string
  readonly when: string
  readonly gaveUp: string
  readonly reason: string
}

export const Mailbox = ({ text, mails, total, failures }: MailboxProps): VNode => {
  const words = text.demo.mailbox
  return (
    <div class="wide mailbox">
      <link rel="stylesheet" href={assetPath('mailbox.css')} />
      <h1 class="heading">{words.title}</h1>
      <p class="preamble">{words.preamble}</p>
      <p>
        <ButtonLink to="/demo/mail">{words.fetch}</ButtonLink>
      </p>
      <p>
        <Link to="/demo/brev">{text.demo.letters.fromMailbox}</Link>
      </p>
      <section aria-labelledby="inbox">
        <h2 id="inbox">{words.inbox}</h2>
        {mails.length === 0 ? <EmptyInbox text={text} /> : <Inbox text={text} mails={mails} total={total} />}
      </section>
      {failures.length > 0 && <Failures text={text} failures={failures} />}
    </div>
  )
}

const EmptyInbox = ({ text: { demo } }: Pick<MailboxProps, 'text'>): VNode => (
  <>
    <p class="inbox__empty">{demo.mailbox.empty}</p>
    <p>
      <Link to="/losenordskiosk">{demo.mailbox.toKiosk}</Link>
    </p>
  </>
)

const Inbox = ({ text, mails, total }: Omit<MailboxProps, 'failures'>): VNode => {
  const words = text.demo.mailbox
  return (
    <>
      <p class="quiet">{total > mails.length ? words.hasMore(mails.length) : words.count(total)}</p>
      <ol class="inbox">
        {mails.map((mail) => (
          <li key={mail.id} class="inbox__mail">
            <p class="inbox__subject">
              <Link to={`/demo/mail/${mail.id}`}>{mail.subject}</Link>
            </p>
            <p class="inbox__received">{mail.received}</p>
            <p class="inbox__to">{words.to(mail.to)}</p>
            <p class="inbox__glimpse">{mail.glimpse}</p>
          </li>
        ))}
      </ol>
    </>
  )
}

const Failures = ({ text: { demo }, failures }: Pick<MailboxProps, 'text' | 'failures'>): VNode => (
  <section aria-labelledby="undeliverable">
    <h2 id="undeliverable">{demo.mailbox.undeliverable}</h2>
    <p>{demo.mailbox.undeliverableWords}</p>
    <ol class="inbox inbox--failed">
      {failures.map((failure) => (
        <li key={failure.id} class="inbox__mail">
          <p class="inbox__subject">{failure.kind}</p>
          <p class="inbox__received">{failure.when}</p>
          <p class="inbox__to">{failure.gaveUp}</p>
          <p class="inbox__glimpse">{failure.reason}</p>
        </li>
      ))}
    </ol>
  </section>
)
