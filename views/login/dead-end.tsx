import type { VNode } from 'preact'
import type { Text } from '../../src/text/text.js'
import { ButtonLink, Link, OutsideButtonLink, type Path } from '../parts/link.js'
import { Telephone } from '../parts/telephone.js'

export interface DeadEndProps {
  readonly text: Text
  readonly title: string
  readonly words: string
  /** For support; unlike an incident number it tells what it was. */
  readonly code?: string
  /** Where they sign in again. */
  readonly again?: Path
  /** Where they come from, and go on to. */
  readonly service?: { readonly name: string; readonly homeUri: string } | undefined
}

/** A sign-in that cannot go on, and where to begin again. */
export const DeadEnd = ({ text, title, words, code, again, service }: DeadEndProps): VNode => (
  <>
    <h1 class="heading">{title}</h1>
    <p class="preamble">{words}</p>
    {code && <Telephone text={text} />}
    {again && (
      <p>
        <ButtonLink to={again}>{text.signedIn.again}</ButtonLink>
      </p>
    )}
    {service && (
      <p>
        <OutsideButtonLink to={service.homeUri}>{text.oidc.backTo(service.name)}</OutsideButtonLink>
      </p>
    )}
    <p>
      <Link to="/">{text.common.toStart}</Link>
    </p>
    {code && <p class="small-print">{text.common.messageCode(code)}</p>}
  </>
)
