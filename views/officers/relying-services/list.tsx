import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { ButtonLink, Link } from '../../parts/link.js'

export interface ClientLine {
  readonly id: string
  readonly name: string
  readonly services: string
  readonly isOff: boolean
}

export interface ClientListProps {
  readonly text: Text
  readonly clients: readonly ClientLine[]
}

/** The relying services by name, with what each is told of. */
export const ClientList = ({ text, clients }: ClientListProps): VNode => {
  const { relyingServices: words } = text.officers
  return (
    <>
      <h1 class="heading">{words.title}</h1>
      <p class="preamble">{words.preamble}</p>
      <p>
        <ButtonLink to="/handlaggning/e-tjanster/ny">{words.register}</ButtonLink>
      </p>
      {clients.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <ul class="held">
          {clients.map(({ id, name, services, isOff }) => (
            <li key={id}>
              <span class="held__service">
                <Link to={`/handlaggning/e-tjanster/${id}`}>{name}</Link>
              </span>
              <span class={isOff ? 'state state--ended' : 'state state--active'}>
                {words.state[isOff ? 'off' : 'on']}
              </span>
              <span class="held__terms">{`${id} · ${services}`}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
