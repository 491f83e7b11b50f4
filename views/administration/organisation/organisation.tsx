import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Contacts, type ContactLine } from '../../parts/contacts.js'
import { Link } from '../../parts/link.js'
import { Telephone } from '../../parts/telephone.js'

export interface OrganisationPageProps {
  readonly text: Text
  readonly id: string
  readonly name: string
  readonly code: string
  readonly services: readonly { readonly name: string; readonly isTheirs: boolean }[]
  readonly administrators: readonly string[]
  readonly contacts: readonly ContactLine[]
  readonly history: VNode
  readonly hasMore: boolean
}

/** One organisation: who administers it, who gives what there, and what has been done lately. */
export const OrganisationPage = (props: OrganisationPageProps): VNode => {
  const { text, id, name, code, services, administrators, contacts, history, hasMore } = props
  const { organisation: words } = text.administration
  const byYou = administrators.length === 1 ? words.byYou : words.byAllOfYou
  return (
    <>
      <h1 class="heading">{name}</h1>
      <p class="preamble">{code}</p>
      <section class="card" aria-labelledby="administratorer">
        <h2 id="administratorer">{words.administrators}</h2>
        <ul>
          {administrators.map((administrator) => (
            <li key={administrator}>{administrator}</li>
          ))}
        </ul>
        <h3 id="kontakter">{words.call}</h3>
        {contacts.length > 0 && <Contacts contacts={contacts} />}
        <Telephone text={text} />
      </section>
      <section class="card" aria-labelledby="tjanster">
        <h2 id="tjanster">{words.services}</h2>
        <dl class="facts">
          {services.map((service) => (
            <>
              <dt>{service.name}</dt>
              <dd>{service.isTheirs ? byYou : words.byAgency}</dd>
            </>
          ))}
        </dl>
        <p>
          <Link to={`/behorigheter/personer?organisation=${id}`}>{words.peopleThere}</Link>
        </p>
      </section>
      <section class="card" aria-labelledby="historik">
        <h2 id="historik">{words.history}</h2>
        {history}
        {hasMore && (
          <p>
            <Link to={`/behorigheter/organisationer/${id}/historik`}>{words.toHistory}</Link>
          </p>
        )}
      </section>
    </>
  )
}
