import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Link } from '../../parts/link.js'

export interface OrganisationHistoryPageProps {
  readonly text: Text
  readonly id: string
  readonly name: string
  readonly history: VNode
}

/** All that has been done at an organisation, a page at a time. */
export const OrganisationHistoryPage = ({ text, id, name, history }: OrganisationHistoryPageProps): VNode => (
  <>
    <p>
      <Link to={`/handlaggning/organisationer/${id}`}>{name}</Link>
    </p>
    <h1 class="heading">{text.officers.organisations.historyOf(name)}</h1>
    {history}
  </>
)
