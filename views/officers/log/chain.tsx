import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { Form } from '../../parts/form.js'
import { Link } from '../../parts/link.js'
import { Notice } from '../../parts/notice.js'

export interface ChainPageProps {
  readonly text: Text
  readonly formToken: string
  /** What the last walk along the chain found. */
  readonly found:
    | { readonly isWhole: boolean; readonly words: string; readonly why: string | undefined; readonly since: string }
    | undefined
  /** How far one has come that is not done. */
  readonly underWay: string | undefined
}

/** Whether the log is whole, as far as that has been looked into; and the way to look again. */
export const ChainPage = ({ text, formToken, found, underWay }: ChainPageProps): VNode => {
  const { log: words } = text.officers
  return (
    <>
      <h1 class="heading">{words.chain}</h1>
      <p class="preamble">{words.chainPreamble}</p>
      {found === undefined ? (
        <Notice kind="info">
          <p>{words.neverWalked}</p>
        </Notice>
      ) : (
        <Notice kind={found.isWhole ? 'success' : 'error'}>
          <p>{found.words}</p>
          {found.why && <p>{`${found.why} ${words.brokenWhat}`}</p>}
          <p>{found.since}</p>
        </Notice>
      )}
      {underWay === undefined ? (
        <Form to="/handlaggning/logg/kedja" formToken={formToken}>
          <Button label={words.walk} />
        </Form>
      ) : (
        <output class="log-progress">
          {underWay} <Link to="/handlaggning/logg/kedja">{words.update}</Link>
        </output>
      )}
      <p>
        <Link to="/handlaggning/logg">{words.back}</Link>
      </p>
    </>
  )
}
