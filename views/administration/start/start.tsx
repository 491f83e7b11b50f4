import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { ButtonLink, Link, type Path } from '../../parts/link.js'
import { Notice } from '../../parts/notice.js'

export interface TaskShown {
  readonly title: string
  readonly lines: readonly { readonly to: Path; readonly words: string }[]
  /** How many there are besides those named. */
  readonly rest: number
  /** Where all of them are. */
  readonly all?: { readonly to: Path; readonly words: string }
}

interface Bars {
  readonly name: string
  readonly bars: readonly { readonly service: string; readonly holders: number }[]
}

export interface StartProps {
  readonly text: Text
  readonly greeting: string
  readonly tasks: readonly TaskShown[]
  readonly chart: readonly Bars[]
}

/** What the administrator came for: what needs doing, the way to add and to search, and how many may do what. */
export const Start = ({ text, greeting, tasks, chart }: StartProps): VNode => {
  const { start } = text.administration
  return (
    <>
      <h1 class="heading">{start.title}</h1>
      <p class="preamble">{greeting}</p>
      <div class="ways">
        <ButtonLink to="/behorigheter/lagg-till">{start.add}</ButtonLink>
        <Link to="/behorigheter/personer">{start.people}</Link>
      </div>
      <section aria-labelledby="att-gora">
        <h2 id="att-gora">{start.todo}</h2>
        {tasks.length === 0 && (
          <Notice kind="success">
            <p>{start.nothing}</p>
          </Notice>
        )}
        <div class="tasks">
          {tasks.map((task) => (
            <Task key={task.title} text={text} task={task} />
          ))}
        </div>
      </section>
      <section aria-labelledby="antal">
        <h2 id="antal">{start.holders}</h2>
        {chart.map((organisation) => (
          <Chart key={organisation.name} text={text} organisation={organisation} />
        ))}
      </section>
    </>
  )
}

const Task = ({ text, task }: { readonly text: Text; readonly task: TaskShown }): VNode => (
  <article class="card task">
    <h3>{task.title}</h3>
    {task.lines.length > 0 && (
      <ul>
        {task.lines.map(({ to, words }) => (
          <li key={words}>
            <Link to={to}>{words}</Link>
          </li>
        ))}
        {task.rest > 0 && <li>{text.administration.start.more(task.rest)}</li>}
      </ul>
    )}
    {task.all && (
      <p>
        <Link to={task.all.to}>{task.all.words}</Link>
      </p>
    )}
  </article>
)

/** A table with bars for the eye: the numbers stand beside them. */
const Chart = ({ text, organisation }: { readonly text: Text; readonly organisation: Bars }): VNode => {
  const { start } = text.administration
  const most = Math.max(1, ...organisation.bars.map(({ holders }) => holders))
  return (
    <table class="chart">
      <caption>{organisation.name}</caption>
      <colgroup>
        <col class="chart__names" />
        <col />
      </colgroup>
      <thead class="sr-only">
        <tr>
          <th scope="col">{start.service}</th>
          <th scope="col">{start.count}</th>
        </tr>
      </thead>
      <tbody>
        {organisation.bars.map(({ service, holders }) => (
          <tr key={service}>
            <th scope="row">{service}</th>
            <td>
              <svg class="chart__bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect width={(100 * holders) / most} height="10" />
              </svg>
              <span class="chart__count">{holders}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
