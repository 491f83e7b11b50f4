import type { ComponentChildren, VNode } from 'preact'
import type { Policy } from '../../config/policy.js'
import { limitsOf } from '../../src/login/sessions/limits/limits.js'
import type { Language, Text } from '../../src/text/text.js'
import { ButtonLink } from '../parts/link.js'
import { Contacts, type ContactLine } from '../parts/contacts.js'
import { Contents } from '../parts/contents.js'
import { Picture, toolPictures, type ToolPicture } from '../parts/picture.js'
import { Telephone } from '../parts/telephone.js'

export interface HandbookProps {
  readonly text: Text
  readonly language: Language
  readonly policy: Policy
  /** Those that the reader administers: the code to have ready, and whom to call. */
  readonly schools: readonly SchoolContacts[]
}

export interface SchoolContacts {
  readonly id: string
  readonly name: string
  readonly code: string
  readonly contacts: readonly ContactLine[]
}

/** What a reporter or an administrator needs to know, each chapter at an address that others can point to. */
export const Handbook = ({ text, language, policy, schools }: HandbookProps): VNode => {
  const { handbook } = text.start
  const { lock, session, resetCode, initialPassword, password } = policy
  return (
    <div class="reading">
      <h1 class="heading">{handbook.title}</h1>
      <p class="preamble">{handbook.preamble}</p>
      <Contents
        title={handbook.contents}
        chapters={chapters.map(([id, key]) => ({ id, title: handbook[key].title }))}
      />
      <Chapter of={handbook.firstTime} id="forsta-gangen">
        <p>{handbook.firstTime.words}</p>
        <Steps steps={handbook.firstTime.steps} />
        <Picture of="kiosk" language={language} words={handbook.pictures.kiosk} />
        <p>{handbook.firstTime.lifetime(initialPassword.days)}</p>
        <ButtonLink to="/losenordskiosk">{handbook.toKiosk}</ButtonLink>
      </Chapter>
      <Chapter of={handbook.signIn} id="logga-in">
        <p>{handbook.signIn.words}</p>
        <Picture of="sign-in" language={language} words={handbook.pictures.signIn} />
        <HowLong text={text} session={session} />
        <p>{handbook.signIn.signOut}</p>
      </Chapter>
      <Chapter of={handbook.account} id="ditt-konto">
        <p>{handbook.account.words}</p>
        <p>{handbook.account.sessions}</p>
        <ButtonLink to="/konto">{handbook.account.open}</ButtonLink>
      </Chapter>
      <Chapter of={handbook.change} id="andra-losenord">
        <Steps steps={handbook.change.steps} />
        <p>{handbook.change.after}</p>
      </Chapter>
      <Chapter of={handbook.goodPassword} id="bra-losenord">
        <p>{handbook.goodPassword.words(password.minimumLength)}</p>
        <ul>{itemsOf(handbook.goodPassword.advice)}</ul>
        <Picture of="choose" language={language} words={handbook.pictures.choose} />
      </Chapter>
      <Chapter of={handbook.forgotten} id="glomt-losenord">
        <Steps steps={handbook.forgotten.steps} />
        <p>{handbook.forgotten.lifetime(resetCode.minutes)}</p>
        <p>{handbook.forgotten.noMail}</p>
      </Chapter>
      <Chapter of={handbook.locked} id="sparrad">
        <p>{handbook.locked.words(lock.toleratedFailures, lock.minutes)}</p>
        <p>{handbook.locked.way}</p>
      </Chapter>
      <Chapter of={handbook.forgottenUsername} id="glomt-anvandarnamn" />
      <Chapter of={handbook.noPermission} id="behorighet" />
      <Chapter of={handbook.safety} id="trygghet" />
      <ForAdministrators text={text} language={language} />
      <WhomToCall text={text} schools={schools} />
    </div>
  )
}

const WhomToCall = ({ text, schools }: Pick<HandbookProps, 'text' | 'schools'>): VNode => {
  const { contact } = text.start.handbook
  return (
    <Chapter of={contact} id="kontakt">
      <p>{contact.words}</p>
      <Telephone text={text} />
      {schools.map(({ id, name, code, contacts }) => (
        <div key={id}>
          <h3>{`${name}, ${code}`}</h3>
          {contacts.length > 0 && <Contacts contacts={contacts} />}
        </div>
      ))}
      <p>{contact.incident}</p>
    </Chapter>
  )
}

const ForAdministrators = ({ text, language }: Pick<HandbookProps, 'text' | 'language'>): VNode => {
  const { administrators, questions, pictures } = text.start.handbook
  return (
    <>
      <Chapter of={administrators} id="administratorer">
        <p>{administrators.words}</p>
        <Picture of="tool-start" language={language} words={pictures.start} />
        <Parts
          parts={administrators.parts}
          picture={(of) => <Picture of={`tool-${of}`} language={language} words={pictures[of]} />}
        />
        <ButtonLink to="/behorigheter">{administrators.open}</ButtonLink>
      </Chapter>
      <Chapter of={questions} id="fragor">
        <Parts parts={questions.parts} />
      </Chapter>
    </>
  )
}

/** How long one stays signed in. */
const HowLong = ({ text, session }: { readonly text: Text; readonly session: Policy['session'] }): VNode => {
  const { signIn } = text.start.handbook
  const privileged = limitsOf(session, { isPrivileged: true })
  return (
    <p>
      {signIn.idle(session.idleMinutes, session.absoluteHours)}{' '}
      {signIn.privileged(privileged.idleMinutes, privileged.absoluteHours)}
    </p>
  )
}

const chapters = [
  ['forsta-gangen', 'firstTime'],
  ['logga-in', 'signIn'],
  ['ditt-konto', 'account'],
  ['andra-losenord', 'change'],
  ['bra-losenord', 'goodPassword'],
  ['glomt-losenord', 'forgotten'],
  ['sparrad', 'locked'],
  ['glomt-anvandarnamn', 'forgottenUsername'],
  ['behorighet', 'noPermission'],
  ['trygghet', 'safety'],
  ['administratorer', 'administrators'],
  ['fragor', 'questions'],
  ['kontakt', 'contact'],
] as const

interface ChapterProps {
  readonly id: (typeof chapters)[number][0]
  readonly of: { readonly title: string; readonly words?: unknown }
  readonly children?: ComponentChildren
}

/** Without text of its own, a chapter says its words. */
const Chapter = ({ id, of, children }: ChapterProps): VNode => (
  <section aria-labelledby={id}>
    <h2 id={id}>{of.title}</h2>
    {children ?? (typeof of.words === 'string' && <p>{of.words}</p>)}
  </section>
)

interface PartsProps {
  readonly parts: readonly { readonly title: string; readonly words: string; readonly shows?: string }[]
  readonly picture?: (of: ToolPicture) => VNode
}

/** Short pieces under headings of their own, some with a picture. */
const Parts = ({ parts, picture }: PartsProps): VNode => (
  <>
    {parts.map(({ title, words, shows }) => (
      <>
        <h3>{title}</h3>
        <p>{words}</p>
        {toolPictures.filter((name) => name === shows).map((name) => picture?.(name))}
      </>
    ))}
  </>
)

const Steps = ({ steps }: { readonly steps: readonly string[] }): VNode => <ol>{itemsOf(steps)}</ol>

const itemsOf = (words: readonly string[]) => words.map((line) => <li key={line}>{line}</li>)
