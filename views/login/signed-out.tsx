import type { VNode } from 'preact'
import type { Text } from '../../src/text/text.js'
import { ButtonLink, Link, OutsideLink, type Path } from '../parts/link.js'

export interface SignedOutProps {
  readonly text: Text
  /** Why, when they did not ask for it; and where they sign in again. */
  readonly why?: string
  readonly again?: Path
  readonly service?: { readonly name: string; readonly homeUri: string } | undefined
}

export const SignedOut = ({ text: { oidc, common, signedIn }, why, again, service }: SignedOutProps): VNode => (
  <>
    <h1 class="heading">{oidc.signedOutTitle}</h1>
    {why && <p class="preamble">{why}</p>}
    <p>{oidc.signedOut}</p>
    {again && (
      <p>
        <ButtonLink to={again}>{signedIn.again}</ButtonLink>
      </p>
    )}
    <p>
      {service === undefined ? (
        <Link to="/">{common.toStart}</Link>
      ) : (
        <OutsideLink to={service.homeUri}>{oidc.backTo(service.name)}</OutsideLink>
      )}
    </p>
  </>
)
