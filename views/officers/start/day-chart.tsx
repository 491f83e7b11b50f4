import type { VNode } from 'preact'
import type { ChartWords } from '../../../src/officers/start/officers-start.messages.js'
import type { Text } from '../../../src/text/text.js'

const [width, height] = [300, 60]

/** A bar for each day, what it says in a sentence, and every number in a table for who wants it. */
export const DayChart = ({ text, chart }: { readonly text: Text; readonly chart: ChartWords }): VNode => {
  const { start: words } = text.officers
  const { title, summary, days } = chart
  const most = Math.max(1, ...days.map(({ count }) => count))
  const step = width / Math.max(1, days.length)
  return (
    <section class="card day-chart">
      <h3>{title}</h3>
      <svg class="day-chart__bars" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        {days.map(({ day, count }, place) => {
          const tall = count === 0 ? 0 : Math.max(1, (count / most) * height)
          return <rect key={day} x={place * step} y={height - tall} width={step * 0.8} height={tall} />
        })}
      </svg>
      <p class="day-chart__summary">{summary}</p>
      <details>
        <summary>{words.asTable}</summary>
        <table class="day-chart__table">
          <caption class="sr-only">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.day}</th>
              <th scope="col">{words.count}</th>
            </tr>
          </thead>
          <tbody>
            {days.toReversed().map((one) => (
              <tr key={one.day}>
                <th scope="row">{one.words}</th>
                <td>{one.figures}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}
