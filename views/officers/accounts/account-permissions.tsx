import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'

export interface HeldShown {
  readonly grantId: string
  readonly service: string
  readonly state: keyof Text['permissions']['state']
  readonly terms: string
}

export interface AtOrganisation {
  readonly id: string
  readonly name: string
  readonly code: string
  readonly live: readonly HeldShown[]
  readonly former: readonly HeldShown[]
}

export interface AppointmentShown {
  readonly id: string
  readonly organisation: string
  readonly state: keyof Text['permissions']['state']
  readonly words: string
}

/** What the person may do and could do, everywhere. */
export const Permissions = ({
  text,
  organisations,
}: {
  readonly text: Text
  readonly organisations: readonly AtOrganisation[]
}): VNode => {
  const { account: words } = text.officers
  return (
    <section class="card" aria-labelledby="behorigheter">
      <h2 id="behorigheter">{words.permissions}</h2>
      {organisations.length === 0 && <p>{words.noPermissions}</p>}
      {organisations.map(({ id, name, code, live, former }) => (
        <div key={id}>
          <h3>{name}</h3>
          <p class="quiet">{code}</p>
          {live.length > 0 && <Held text={text} held={live} />}
          {former.length > 0 && (
            <details>
              <summary>{words.former(former.length)}</summary>
              <Held text={text} held={former} />
            </details>
          )}
        </div>
      ))}
    </section>
  )
}

const Held = ({ text, held }: { readonly text: Text; readonly held: readonly HeldShown[] }): VNode => (
  <ul class="held">
    {held.map(({ grantId, service, state, terms }) => (
      <li key={grantId}>
        <span class="held__service">{service}</span>
        <span class={`state state--${state}`}>{text.permissions.state[state]}</span>
        <span class="held__terms">{terms}</span>
      </li>
    ))}
  </ul>
)

export const Appointments = ({
  text,
  appointments,
}: {
  readonly text: Text
  readonly appointments: readonly AppointmentShown[]
}): VNode => {
  const { account: words } = text.officers
  return (
    <section class="card" aria-labelledby="uppdrag">
      <h2 id="uppdrag">{words.appointments}</h2>
      {appointments.length === 0 && <p>{words.noAppointments}</p>}
      {appointments.length > 0 && (
        <ul class="held">
          {appointments.map(({ id, organisation, state, words: days }) => (
            <li key={id}>
              <span class="held__service">{organisation}</span>
              <span class={`state state--${state}`}>{text.permissions.state[state]}</span>
              <span class="held__terms">{days}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
