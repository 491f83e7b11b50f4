import type { VNode } from 'preact'
import type { Text } from '../../src/text/text.js'
import { ButtonLink, Link, OutsideLink, type Path } from '../parts/link.js'
import { Telephone } from '../parts/telephone.js'

export interface RefusalProps {
  readonly text: Text
  readonly title: string
  readonly words: string
  readonly incident?: string | undefined
  /** Where trying again is a matter of opening the same address. */
  readonly again?: Path
  readonly againWords?: string
  /** The relying service that the reader comes from. */
  readonly service?: { readonly name: string; readonly homeUri: string } | undefined
}

/** Something was not done: what, that nothing has changed, and what to do now. */
export const Refusal = ({ text, title, words, incident, again, againWords, service }: RefusalProps): VNode => (
  <>
    <h1 class="heading">{title}</h1>
    <p class="preamble">{words}</p>
    {incident && (
      <>
        <p class="incident">{incident}</p>
        <Telephone text={text} />
      </>
    )}
    {again && <ButtonLink to={again}>{againWords ?? text.refusals.tryAgain}</ButtonLink>}
    {service && (
      <p>
        <OutsideLink to={service.homeUri}>{text.oidc.backTo(service.name)}</OutsideLink>
      </p>
    )}
    <p>
      <Link to="/">{text.common.toStart}</Link>
    </p>
  </>
)
