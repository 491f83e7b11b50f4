import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { LinkCard } from '../../parts/link.js'

export interface OrganisationsProps {
  readonly text: Text
  readonly organisations: readonly {
    readonly id: string
    readonly kind: 'school' | 'municipality'
    readonly code: string
    readonly name: string
  }[]
}

/** The organisations that the reader administers, each with the way to its page. */
export const Organisations = ({ text, organisations }: OrganisationsProps): VNode => {
  const { organisation: words } = text.administration
  return (
    <>
      <h1 class="heading">{words.title}</h1>
      <p class="preamble">{words.preamble}</p>
      <ul class="link-cards">
        {organisations.map(({ id, kind, code, name }) => (
          <li key={id}>
            <LinkCard to={`/behorigheter/organisationer/${id}`} name={name} words={`${words.code[kind]} ${code}`} />
          </li>
        ))}
      </ul>
    </>
  )
}
