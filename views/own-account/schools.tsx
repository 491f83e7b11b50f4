import type { VNode } from 'preact'
import type { Text } from '../../src/text/text.js'

export interface HeldShown {
  readonly service: string
  readonly state: 'active' | 'planned' | 'paused' | 'expired' | 'ended'
  /** From and to, in words. */
  readonly terms: string
}

export interface School {
  readonly id: string
  readonly name: string
  readonly code: string
  readonly held: readonly HeldShown[]
  readonly isAdministeredByThem: boolean
  readonly administrators: readonly string[]
}

interface SchoolsProps {
  readonly text: Text
  readonly schools: readonly School[]
}

/** What one may do, school by school, and whom to ask there. */
export const Schools = ({ text, schools }: SchoolsProps): VNode => (
  <section aria-labelledby="behorigheter">
    <h2 id="behorigheter">{text.ownAccount.permissions}</h2>
    {schools.length === 0 && <p class="card">{text.ownAccount.noPermissions}</p>}
    {schools.map((school) => (
      <AtSchool key={school.id} text={text} school={school} />
    ))}
  </section>
)

const AtSchool = ({ text, school }: { readonly text: Text; readonly school: School }): VNode => {
  const { ownAccount } = text
  const present = school.held.filter(({ state }) => state === 'active' || state === 'planned' || state === 'paused')
  const former = school.held.filter((held) => !present.includes(held))
  const administrators = [...(school.isAdministeredByThem ? [ownAccount.you] : []), ...school.administrators]
  return (
    <article class="card" aria-labelledby={`skola-${school.id}`}>
      <h3 id={`skola-${school.id}`}>{school.name}</h3>
      <p class="quiet">{school.code}</p>
      {present.length === 0 && <p>{ownAccount.noneHere}</p>}
      <HeldList text={text} held={present} />
      {former.length > 0 && (
        <details>
          <summary>{ownAccount.former(former.length)}</summary>
          <HeldList text={text} held={former} />
        </details>
      )}
      <dl class="facts">
        <dt>{ownAccount.administrators}</dt>
        <dd>{administrators.length === 0 ? ownAccount.nobodyNamed : administrators.join(', ')}</dd>
      </dl>
    </article>
  )
}

const HeldList = ({ text, held }: { readonly text: Text; readonly held: readonly HeldShown[] }): VNode | null =>
  held.length === 0 ? null : (
    <ul class="held">
      {held.map(({ service, state, terms }) => (
        <li key={`${service} ${terms}`}>
          <span class="held__service">{service}</span>
          <span class={`state state--${state}`}>{text.permissions.state[state]}</span>
          <span class="held__terms">{terms}</span>
        </li>
      ))}
    </ul>
  )
