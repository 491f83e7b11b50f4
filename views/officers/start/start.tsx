import type { VNode } from 'preact'
import type { ChartWords } from '../../../src/officers/start/officers-start.messages.js'
import type { Text } from '../../../src/text/text.js'
import { LinkCard, type Path } from '../../parts/link.js'
import { DayChart } from './day-chart.js'

export interface StartProps {
  readonly text: Text
  readonly tasks: Readonly<Record<TaskName, number>>
  readonly charts: readonly ChartWords[]
}

type TaskName = (typeof order)[number]

/** As they are shown. */
const order = [
  'brokenChain',
  'assurances',
  'letters',
  'endingRequests',
  'withoutAdministrator',
  'undelivered',
  'endingSoon',
] as const

/** Where each is done. */
const places = {
  brokenChain: '/handlaggning/logg/kedja',
  assurances: '/handlaggning/forsakringar',
  letters: '/handlaggning/brev',
  endingRequests: '/handlaggning/begaran',
  withoutAdministrator: '/handlaggning/organisationer?administrator=saknas',
  undelivered: '/handlaggning/mejl',
  endingSoon: '/handlaggning/uppdrag',
} as const satisfies Record<TaskName, Path>

/** What waits for an officer, each with the way to it, and the state of the service in numbers. */
export const Start = ({ text, tasks, charts }: StartProps): VNode => {
  const { start } = text.officers
  const words = {
    brokenChain: () => start.brokenChain,
    assurances: start.assurances,
    letters: start.lettersToPost,
    endingRequests: start.endingRequests,
    withoutAdministrator: start.withoutAdministrator,
    undelivered: start.undelivered,
    endingSoon: start.endingSoon,
  } as const satisfies Record<TaskName, (count: number) => string>
  const waiting = order.filter((name) => tasks[name] > 0)
  return (
    <div class="wide">
      <h1 class="heading">{start.title}</h1>
      <section aria-labelledby="att-gora">
        <h2 id="att-gora">{start.tasks}</h2>
        {waiting.length === 0 ? (
          <p>{start.nothing}</p>
        ) : (
          <ul class="link-cards">
            {waiting.map((name) => {
              return (
                <li key={name}>
                  <LinkCard to={places[name]} name={words[name](tasks[name])} />
                </li>
              )
            })}
          </ul>
        )}
      </section>
      <section aria-labelledby="laget">
        <h2 id="laget">{start.state}</h2>
        <div class="day-charts">
          {charts.map((chart) => (
            <DayChart key={chart.title} text={text} chart={chart} />
          ))}
        </div>
      </section>
    </div>
  )
}
