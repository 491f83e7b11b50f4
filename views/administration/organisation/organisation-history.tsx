import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Link } from '../../parts/link.js'

export interface OrganisationHistoryProps {
  readonly text: Text
  readonly id: string
  readonly name: string
  readonly history: VNode
}

/** All that has been done for one organisation, a page at a time. */
export const OrganisationHistory = ({ text, id, name, history }: OrganisationHistoryProps): VNode => {
  const { organisation: words } = text.administration
  return (
    <>
      <h1 class="heading">{words.historyOf(name)}</h1>
      {history}
      <p>
        <Link to={`/behorigheter/organisationer/${id}`}>{words.back(name)}</Link>
      </p>
    </>
  )
}
