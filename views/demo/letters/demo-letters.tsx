import type { VNode } from 'preact'
import { textIn, type Language, type Text } from '../../../src/text/text.js'
import { assetPath } from '../../../src/web/assets.js'
import { Link } from '../../parts/link.js'

export interface DemoLettersProps {
  readonly text: Text
  readonly waiting: readonly DemoLetter[]
  readonly posted: readonly DemoLetter[]
}

export interface DemoLetter {
  readonly id: string
  readonly when: string
  /** Undefined when the recipient's identity is protected. */
  readonly content: LetterContent | undefined
}

export interface LetterContent {
  /** The recipient's, whoever reads it here. */
  readonly language: Language
  readonly name: string
  readonly address: readonly string[]
  readonly username: string
  readonly organisation: string | undefined
  readonly kiosk: string
}

export const DemoLetters = ({ text, waiting, posted }: DemoLettersProps): VNode => {
  const words = text.demo.letters
  return (
    <div class="wide mailbox">
      <link rel="stylesheet" href={assetPath('mailbox.css')} />
      <p>
        <Link to="/demo/mail">{words.toMailbox}</Link>
      </p>
      <h1 class="heading">{words.title}</h1>
      <p class="preamble">{words.preamble}</p>
      <p>
        {words.toOfficerWords} <Link to="/handlaggning/brev">{words.toOfficer}</Link>
      </p>
      <section aria-labelledby="waiting">
        <h2 id="waiting">{words.waiting}</h2>
        {waiting.length === 0 ? <p>{words.nothingWaiting}</p> : <LetterList text={text} letters={waiting} />}
      </section>
      <section aria-labelledby="posted">
        <h2 id="posted">{words.posted}</h2>
        {posted.length === 0 ? <p>{words.nothingPosted}</p> : <LetterList text={text} letters={posted} />}
      </section>
    </div>
  )
}

const LetterList = ({
  text,
  letters,
}: Pick<DemoLettersProps, 'text'> & { readonly letters: readonly DemoLetter[] }): VNode => (
  <ol class="papers">
    {letters.map(({ id, when, content }) => (
      <li key={id} class="paper">
        <p class="quiet">{when}</p>
        {content ? <LetterSheet {...content} /> : <p>{text.demo.letters.withheld}</p>}
      </li>
    ))}
  </ol>
)

/** What stands on the paper that lies in the envelope. */
const LetterSheet = ({ language, name, address, username, organisation, kiosk }: LetterContent): VNode => {
  const { usernameLetter: words } = textIn(language)
  return (
    <div lang={language}>
      <address class="paper__address">
        {address.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </address>
      <h3>{words.title}</h3>
      <p>{words.greeting(name)}</p>
      <p>{organisation === undefined ? words.forNobody : words.forOrganisation(organisation)}</p>
      <p class="paper__username">
        {words.username}: <strong class="code">{username}</strong>
      </p>
      <p>{words.mail}</p>
      <p>
        {words.kiosk} <span class="code">{kiosk}</span>
      </p>
      <p>{words.choose}</p>
      <p>{words.personal}</p>
      <p>{words.questions}</p>
    </div>
  )
}
