import type { VNode } from 'preact'
import type { Text } from '../../src/text/text.js'
import { Link } from '../parts/link.js'
import { Telephone } from '../parts/telephone.js'

export interface DeadEndProps {
  readonly text: Text
  readonly title: string
  readonly words: string
  /** For support; unlike an incident number it tells what it was. */
  readonly code?: string
}

/** A sign-in that cannot go on, and where to begin again. */
export const DeadEnd = ({ text, title, words, code }: DeadEndProps): VNode => (
  <>
    <h1 class="heading">{title}</h1>
    <p class="preamble">{words}</p>
    {code && <Telephone text={text} />}
    <p>
      <Link to="/">{text.common.toStart}</Link>
    </p>
    {code && <p class="small-print">{text.common.messageCode(code)}</p>}
  </>
)
