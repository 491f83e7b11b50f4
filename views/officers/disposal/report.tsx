import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Link, type Path } from '../../parts/link.js'
import { Notice } from '../../parts/notice.js'

interface ClassShown {
  readonly name: string
  readonly kept: string
  readonly due: string
  /** Where it is confirmed, when there is anything that may go. */
  readonly to: Path | undefined
}

export interface DisposalReportProps {
  readonly text: Text
  readonly outcome: string | undefined
  readonly classes: readonly ClassShown[]
  readonly byThemselves: readonly string[]
  readonly done: readonly { readonly id: string; readonly words: string }[]
}

/** What would go of each class of records, how long it is kept and why; and what has gone before. */
export const DisposalReport = ({ text, outcome, classes, byThemselves, done }: DisposalReportProps): VNode => {
  const { disposal: words } = text.officers
  return (
    <>
      <h1 class="heading">{words.title}</h1>
      {outcome && (
        <Notice kind="info">
          <p>{outcome}</p>
        </Notice>
      )}
      <p class="preamble">{words.preamble}</p>
      {classes.map(({ name, kept, due, to }) => (
        <section key={name} class="card">
          <h2>{name}</h2>
          <p>{kept}</p>
          <p>{due}</p>
          {to && (
            <p>
              <Link to={to}>{words.look(name)}</Link>
            </p>
          )}
        </section>
      ))}
      <section aria-labelledby="av-sig-sjalvt">
        <h2 id="av-sig-sjalvt">{words.byThemselves}</h2>
        <ul>
          {byThemselves.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="tidigare">
        <h2 id="tidigare">{words.done}</h2>
        {done.length === 0 ? (
          <p>{words.doneNone}</p>
        ) : (
          <ul>
            {done.map(({ id, words: line }) => (
              <li key={id}>{line}</li>
            ))}
          </ul>
        )}
      </section>
    </>
  )
}
