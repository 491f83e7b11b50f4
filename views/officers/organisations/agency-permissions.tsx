import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { ButtonLink, Link, type Path } from '../../parts/link.js'
import { Notice } from '../../parts/notice.js'

export interface AgencyPermissionsProps {
  readonly text: Text
  readonly title: string
  readonly at: Path
  readonly organisation: string
  readonly done: string | undefined
  readonly mayGive: boolean
  readonly held: readonly {
    readonly id: string
    readonly name: string
    readonly service: string
    readonly state: 'active' | 'planned' | 'paused' | 'expired' | 'ended'
    readonly terms: string
  }[]
}

/** What people hold of the services that the agency keeps at an organisation, and the way to give more. */
export const AgencyPermissions = (props: AgencyPermissionsProps): VNode => {
  const { text, title, at, organisation, done, mayGive, held } = props
  const { granting: words } = text.officers
  return (
    <>
      <p>
        <Link to={at}>{organisation}</Link>
      </p>
      <h1 class="heading">{title}</h1>
      {done && (
        <Notice kind="success">
          <p>{done}</p>
        </Notice>
      )}
      {mayGive ? (
        <p>
          <ButtonLink to={`${at}/ge`}>{words.give}</ButtonLink>
        </p>
      ) : (
        <p>{words.nothingKept}</p>
      )}
      {held.length === 0 ? (
        <p>{words.nobody}</p>
      ) : (
        <ul class="held">
          {held.map(({ id, name, service, state, terms }) => (
            <li key={id}>
              <span class="held__service">
                <Link to={`${at}/behorigheter/${id}`}>{words.of(name, service)}</Link>
              </span>
              <span class={`state state--${state}`}>{text.permissions.state[state]}</span>
              <span class="held__terms">{terms}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
