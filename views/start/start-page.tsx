import type { VNode } from 'preact'
import type { Text } from '../../src/text/text.js'
import { LinkCard, OutsideLinkCard } from '../parts/link.js'

export interface StartPageProps {
  readonly text: Text
  readonly services: readonly { readonly id: string; readonly name: string; readonly address: string }[]
  readonly hasMailbox: boolean
}

/** Leads to everything that exists, the most wanted first. */
export const StartPage = ({ text: { common, start, ownAccount }, services, hasMailbox }: StartPageProps): VNode => (
  <div class="wide">
    <h1 class="heading">{start.title}</h1>
    <p class="preamble">{start.preamble}</p>

    <h2>{start.signIn}</h2>
    {services.length === 0 && <p>{start.noServices}</p>}
    <ul class="link-cards">
      {services.map(({ id, name, address }) => (
        <li key={id}>
          <OutsideLinkCard to={address} name={start.signInTo(name)} words={start.signInWords} />
        </li>
      ))}
      <li>
        <LinkCard to="/konto" name={ownAccount.title} words={start.ownAccountWords} />
      </li>
      <li>
        <LinkCard to="/losenordskiosk" name={common.passwordKiosk} words={start.kioskWords} />
      </li>
    </ul>

    <h2>{start.toolsTitle}</h2>
    <ul class="link-cards">
      <li>
        <LinkCard to="/behorigheter" name={start.permissionsName} words={start.permissionsWords} />
      </li>
      <li>
        <LinkCard to="/handlaggning" name={start.deskName} words={start.deskWords} />
      </li>
    </ul>

    <h2>{start.help}</h2>
    <ul class="link-cards">
      <li>
        <LinkCard to="/handbok" name={common.handbook} words={start.handbookWords} />
      </li>
      <li>
        <LinkCard to="/tillganglighet" name={common.accessibility} words={start.accessibilityWords} />
      </li>
    </ul>

    {hasMailbox && (
      <>
        <h2>{start.demo}</h2>
        <ul class="link-cards">
          <li>
            <LinkCard to="/demo/mail" name={start.mailbox} words={start.mailboxWords} />
          </li>
        </ul>
      </>
    )}
  </div>
)
