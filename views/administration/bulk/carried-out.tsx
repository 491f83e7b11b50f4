import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { ButtonLink, Link, type Path } from '../../parts/link.js'
import { Notice } from '../../parts/notice.js'

export interface UnderWayProps {
  readonly text: Text
  readonly to: Path
  readonly done: number
  readonly all: number
}

/** How far it has come. With scripts the bar moves by itself; without, the reader asks again. */
export const UnderWay = ({ text: { administration }, to, done, all }: UnderWayProps): VNode => (
  <div class="bulk" data-progress={`${to}/lage`}>
    <h1 class="heading">{administration.bulk.underWayTitle}</h1>
    <p>{administration.bulk.underWayWords}</p>
    <div class="bulk__progress">
      <progress aria-labelledby="framsteg" value={done} max={all} />
      <output id="framsteg">{administration.bulk.progress(done, all)}</output>
    </div>
    <p>
      <Link to={to}>{administration.bulk.lookAgain}</Link>
    </p>
  </div>
)

export interface CarriedOutProps {
  readonly text: Text
  /** What it came to, a line each. */
  readonly counts: readonly string[]
  /** By row, and why. */
  readonly leftOut: readonly string[]
  readonly again: Path
}

export const CarriedOut = ({ text: { administration }, counts, leftOut, again }: CarriedOutProps): VNode => {
  const { bulk } = administration
  return (
    <div class="bulk">
      <h1 class="heading">{bulk.doneTitle}</h1>
      <Notice kind="success">
        <ul class="bulk__counts">
          {counts.map((count) => (
            <li key={count}>{count}</li>
          ))}
        </ul>
      </Notice>
      <p>{bulk.doneWords}</p>
      {leftOut.length > 0 && (
        <Notice kind="warning" title={bulk.refusedTitle}>
          <p>{bulk.refusedWords}</p>
          <ul
            class="bulk__mistakes"
            tabIndex={0} // oxlint-disable-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached (WCAG 2.1.1)
            aria-label={bulk.refusedTitle}
          >
            {leftOut.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Notice>
      )}
      <p>
        <ButtonLink to="/behorigheter/personer">{bulk.toPeople}</ButtonLink>
      </p>
      <p>
        <Link to={again}>{bulk.again}</Link>
      </p>
    </div>
  )
}
