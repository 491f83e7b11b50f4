import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { LinkCard, type Path } from '../../parts/link.js'

export interface BulkOrganisationsProps {
  readonly text: Text
  readonly organisations: readonly { readonly to: Path; readonly name: string; readonly words: string }[]
}

/** Whose list it will be, for who administers several. */
export const BulkOrganisations = ({ text: { administration }, organisations }: BulkOrganisationsProps): VNode => (
  <>
    <h1 class="heading">{administration.bulk.title}</h1>
    <h2>{administration.bulk.chooseTitle}</h2>
    <ul class="link-cards">
      {organisations.map(({ to, name, words }) => (
        <li key={to}>
          <LinkCard to={to} name={name} words={words} />
        </li>
      ))}
    </ul>
  </>
)
