import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { assetPath } from '../../../src/web/assets.js'
import { Link, type Path } from '../../parts/link.js'

export interface OpenMailProps {
  readonly text: Text
  readonly mail: {
    readonly id: string
    readonly to: string
    readonly subject: string
    readonly received: string
    readonly text: readonly ({ readonly words: string } | { readonly path: Path; readonly words: string })[]
  }
}

/** One mail, as a mail program shows it and as text. */
export const OpenMail = ({ text, mail }: OpenMailProps): VNode => {
  const words = text.demo.mailbox
  const address: Path = `/demo/mail/${mail.id}/html`
  return (
    <div class="wide mailbox">
      <link rel="stylesheet" href={assetPath('mailbox.css')} />
      <p>
        <Link to="/demo/mail">{words.back}</Link>
      </p>
      <h1 class="heading">{mail.subject}</h1>
      <dl class="mail__head">
        <dt>{words.recipient}</dt>
        <dd>{mail.to}</dd>
        <dt>{words.received}</dt>
        <dd>{mail.received}</dd>
      </dl>
      <h2>{words.asHtml}</h2>
      <iframe
        class="mail__html"
        title={words.asHtml}
        src={address}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        loading="eager"
      />
      <p>
        <Link to={address}>{words.onlyHtml}</Link>
      </p>
      <h2>{words.asText}</h2>
      <div class="mail__text">
        {mail.text.map((piece) => ('path' in piece ? <Link to={piece.path}>{piece.words}</Link> : piece.words))}
      </div>
    </div>
  )
}
