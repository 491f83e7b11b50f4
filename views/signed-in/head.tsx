import type { VNode } from 'preact'
import type { Text } from '../../src/text/text.js'
import { Icon } from '../parts/icon.js'
import type { Path } from '../parts/link.js'

/** Whose page it is, as far as what surrounds the page needs to know. */
export interface SignedInShown {
  readonly name: string
  readonly isAdministrator: boolean
  readonly isOfficer: boolean
  /** The name of the session. */
  readonly uid: string
  /** The path of the page. */
  readonly at: string
  /** True when the page answers a form, so that its address may not be one to come back to. */
  readonly isAnswer: boolean
}

interface HeadProps extends SignedInShown {
  readonly text: Text
  readonly formToken: string
}

/** Who is signed in, their ways on, and the way out. */
export const SignedInHead = ({ text: { signedIn }, formToken, at, ...who }: HeadProps): VNode => (
  <nav class="signed-in" aria-label={signedIn.nav}>
    <div class="signed-in__row">
      <p class="signed-in__name">
        <Icon shape="person" />
        <span>
          <span class="sr-only">{`${signedIn.signedInAs} `}</span>
          {who.name}
        </span>
      </p>
      <div class="signed-in__ways">
        <Way to="/konto" label={signedIn.account} at={at} />
        {who.isAdministrator && <Way to="/behorigheter" label={signedIn.permissions} at={at} />}
        {who.isOfficer && <Way to="/handlaggning" label={signedIn.desk} at={at} />}
        <form method="post" action="/konto/logga-ut">
          <input type="hidden" name="token" value={formToken} />
          <button type="submit">{signedIn.signOut}</button>
        </form>
      </div>
    </div>
  </nav>
)

interface WayProps {
  readonly to: Path
  readonly label: string
  readonly at: string
}

/** Marked on the page itself, and on every page below it. */
const Way = ({ to, label, at }: WayProps): VNode => {
  const isBelow = at.startsWith(`${to}/`)
  return (
    <a
      href={to}
      {...(at === to && { 'aria-current': 'page' as const })}
      {...(isBelow && { 'aria-current': 'true' as const })}
    >
      {label}
    </a>
  )
}
