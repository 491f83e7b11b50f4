import { Fragment, type VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Link, type Path } from '../../parts/link.js'

export interface Column {
  readonly label: string
  /** Where the list is by this column, or the other way round when it is so already. */
  readonly to: Path | undefined
  readonly sorted: 'ascending' | 'descending' | undefined
}

export interface PersonShown {
  readonly id: string
  readonly to: Path
  readonly name: string
  /** Empty when the list is about one organisation only. */
  readonly organisations: readonly string[]
  readonly held: readonly HeldShown[]
  readonly signedIn: string
  /** What is amiss with the account. */
  readonly accountIssues: readonly string[]
}

export interface HeldShown {
  /** Named when the person holds something at several. */
  readonly organisation: string | undefined
  readonly service: string
  readonly state: 'active' | 'planned' | 'paused' | 'expired' | 'ended'
}

export interface PeopleTableProps {
  readonly text: Text
  readonly columns: readonly Column[]
  readonly people: readonly PersonShown[]
}

/** A table where there is room for one; each person a card of their own where there is not. */
export const PeopleTable = ({ text, columns, people }: PeopleTableProps): VNode => (
  <table class="list" aria-describedby="antal">
    <caption class="list__caption">{text.administration.people.list}</caption>
    <thead>
      <tr>
        {columns.map(({ label, to, sorted }) => (
          <th key={label} scope="col" {...(sorted !== undefined && { 'aria-sort': sorted })}>
            {to === undefined ? (
              label
            ) : (
              <a class="list__sort" href={to}>
                {label}
                <span class={`list__arrow list__arrow--${sorted ?? 'none'}`} aria-hidden="true" />
              </a>
            )}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {people.map((person) => (
        <Row key={person.id} text={text} person={person} hasOrganisations={columns.length > 3} />
      ))}
    </tbody>
  </table>
)

interface RowProps {
  readonly text: Text
  readonly person: PersonShown
  readonly hasOrganisations: boolean
}

const Row = ({ text, person, hasOrganisations }: RowProps): VNode => {
  const { people: words } = text.administration
  return (
    <tr>
      <th scope="row">
        <Link to={person.to}>{person.name}</Link>
      </th>
      {hasOrganisations && <td data-label={words.organisation}>{person.organisations.join(', ')}</td>}
      <td data-label={words.permissions}>
        <ul class="list__held">
          {person.held.map(({ organisation, service, state }) => (
            <li key={`${organisation} ${service}`}>
              <span>{organisation === undefined ? service : `${service}, ${organisation}`}</span>
              <span class={`state state--${state}`}>{text.permissions.state[state]}</span>
            </li>
          ))}
        </ul>
      </td>
      <td data-label={words.signedIn}>
        {person.signedIn}
        {person.accountIssues.map((accountIssue) => (
          <Fragment key={accountIssue}>
            {' '}
            <span class="account-issue">{accountIssue}</span>
          </Fragment>
        ))}
      </td>
    </tr>
  )
}
