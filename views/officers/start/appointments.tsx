import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Link, type Path } from '../../parts/link.js'

interface Line {
  readonly key: string
  readonly words: string
  /** The organisation’s page. */
  readonly to: Path
}

export interface AppointmentsProps {
  readonly text: Text
  readonly ending: readonly Line[]
  readonly without: readonly Line[]
  /** How many there are besides those named. */
  readonly more: { readonly ending: number; readonly without: number }
}

/** Whose appointment ends soon, and which schools have no administrator at all. */
export const Appointments = ({ text, ending, without, more }: AppointmentsProps): VNode => {
  const { start: words } = text.officers
  return (
    <>
      <h1 class="heading">{words.appointments}</h1>
      <section aria-labelledby="slutar">
        <h2 id="slutar">{words.appointmentsEnding}</h2>
        <List text={text} lines={ending} none={words.appointmentsNone} more={more.ending} />
      </section>
      <section aria-labelledby="saknar">
        <h2 id="saknar">{words.without}</h2>
        <List text={text} lines={without} none={words.withoutNone} more={more.without} />
      </section>
    </>
  )
}

interface ListProps {
  readonly text: Text
  readonly lines: readonly Line[]
  readonly none: string
  readonly more: number
}

const List = ({ text, lines, none, more }: ListProps): VNode =>
  lines.length === 0 ? (
    <p>{none}</p>
  ) : (
    <ul>
      {lines.map(({ key, words, to }) => (
        <li key={key}>
          <Link to={to}>{words}</Link>
        </li>
      ))}
      {more > 0 && <li>{text.officers.start.more(more)}</li>}
    </ul>
  )
