import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Door } from '../../parts/link.js'

export interface StartProps {
  readonly text: Text
  readonly tasks: {
    readonly letters: number
    readonly assurances: number
    readonly endingRequests: number
    readonly withoutAdministrator: number
  }
}

/** What waits for an officer, each with the way to it. */
export const Start = ({ text, tasks }: StartProps): VNode => {
  const { start } = text.officers
  const told = [
    ...(tasks.letters > 0 ? [<Door to="/handlaggning/brev" name={start.lettersToPost(tasks.letters)} />] : []),
    ...(tasks.assurances > 0
      ? [<Door to="/handlaggning/forsakringar" name={start.assurances(tasks.assurances)} />]
      : []),
    ...(tasks.withoutAdministrator > 0
      ? [
          <Door
            to="/handlaggning/organisationer?administrator=saknas"
            name={start.withoutAdministrator(tasks.withoutAdministrator)}
          />,
        ]
      : []),
    ...(tasks.endingRequests > 0
      ? [<Door to="/handlaggning/begaran" name={start.endingRequests(tasks.endingRequests)} />]
      : []),
  ]
  return (
    <>
      <h1 class="heading">{start.title}</h1>
      <section aria-labelledby="att-gora">
        <h2 id="att-gora">{start.tasks}</h2>
        {told.length === 0 ? (
          <p>{start.nothing}</p>
        ) : (
          <ul class="doors">
            {told.map((task, place) => (
              <li key={place}>{task}</li>
            ))}
          </ul>
        )}
      </section>
    </>
  )
}
