import type { VNode } from 'preact'
import type { Text } from '../../src/text/text.js'
import { ButtonLink, Link, type Path } from '../parts/link.js'
import { Telephone } from '../parts/telephone.js'

export interface RefusalProps {
  readonly text: Text
  readonly title: string
  readonly words: string
  readonly incident?: string | undefined
  /** Where trying again is a matter of opening the same address. */
  readonly again?: Path
}

/** Something was not done: what, that nothing has changed, and what to do now. */
export const Refusal = ({ text, title, words, incident, again }: RefusalProps): VNode => (
  <>
    <h1 class="heading">{title}</h1>
    <p class="preamble">{words}</p>
    {incident && (
      <>
        <p class="incident">{incident}</p>
        <Telephone text={text} />
      </>
    )}
    {again && <ButtonLink to={again}>{text.refusals.tryAgain}</ButtonLink>}
    <p>
      <Link to="/">{text.common.toStart}</Link>
    </p>
  </>
)
