import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { RefusalSummary } from '../../parts/error-summary.js'
import { Form } from '../../parts/form.js'
import { ButtonLink, Link, type Path } from '../../parts/link.js'
import { Notice } from '../../parts/notice.js'
import { PreviewRows, type RowShown } from './preview-rows.js'

export interface PreviewProps {
  readonly text: Text
  readonly formToken: string
  /** The file's own address. */
  readonly to: Path
  readonly uploadAgain: Path
  readonly organisation: string
  /** Which sheets of the workbook were not read. */
  readonly otherSheets: string | undefined
  /** What it comes to, a line each. */
  readonly counts: readonly string[]
  /** The first of them. */
  readonly mistakes: readonly string[]
  readonly moreMistakes: number
  readonly wrongRows: number
  readonly rows: readonly RowShown[]
  readonly pages: readonly { readonly label: string; readonly to: Path; readonly isHere: boolean }[]
  readonly hasChanged: boolean
  /** How many will be added; none when there is nothing to do. */
  readonly toAdd: number
  /** Of what is shown. */
  readonly mark: string
}

/** Every row as it will be, before anything is saved. */
export function Preview(props: PreviewProps): VNode {
  const { text, organisation, otherSheets, counts, mistakes, rows, pages, hasChanged } = props
  const { bulk } = text.administration
  return (
    <div class="wide bulk">
      {mistakes.length > 0 && <Mistakes {...props} />}
      <h1 class="heading">{bulk.previewTitle}</h1>
      <p class="preamble">{bulk.previewFor(organisation)}</p>
      {hasChanged && (
        <Notice kind="warning">
          <p>{bulk.changedMeanwhile}</p>
        </Notice>
      )}
      {otherSheets !== undefined && <Notice kind="info" title={otherSheets} />}
      <ul class="bulk__counts">
        {counts.map((count) => (
          <li key={count}>{count}</li>
        ))}
      </ul>
      <PreviewRows text={text} rows={rows} pages={pages} />
      <Confirm {...props} />
    </div>
  )
}

const Mistakes = ({ text, to, uploadAgain, mistakes, moreMistakes, wrongRows }: PreviewProps): VNode => {
  const { bulk } = text.administration
  return (
    <RefusalSummary title={bulk.wrongTitle(wrongRows)}>
      <p>{bulk.wrongWords}</p>
      <ul
        class="bulk__mistakes"
        tabIndex={0} // oxlint-disable-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached (WCAG 2.1.1)
        aria-label={bulk.wrongTitle(wrongRows)}
      >
        {mistakes.map((mistake) => (
          <li key={mistake}>{mistake}</li>
        ))}
      </ul>
      {moreMistakes > 0 && <p>{text.administration.bulk.moreMistakes(moreMistakes)}</p>}
      <p>
        <Link to={`${to}/fel.xlsx`}>{bulk.wrongFile}</Link>
      </p>
      <p>
        <Link to={uploadAgain}>{bulk.uploadAgain}</Link>
      </p>
    </RefusalSummary>
  )
}

const Confirm = ({ text, formToken, to, uploadAgain, mistakes, toAdd, mark }: PreviewProps): VNode => {
  const { bulk } = text.administration
  const isReady = mistakes.length === 0 && toAdd > 0
  return (
    <section class="card" aria-labelledby="spara">
      <h2 id="spara">{isReady ? bulk.confirmTitle : bulk.uploadAgain}</h2>
      {isReady && <p>{bulk.confirmWords}</p>}
      {mistakes.length === 0 && toAdd === 0 && <p>{bulk.nothingToDo}</p>}
      {isReady ? (
        <Form to={`${to}/spara`} formToken={formToken} kept={{ mark }}>
          <Button label={bulk.confirm(toAdd)} />
        </Form>
      ) : (
        <p>
          <ButtonLink to={uploadAgain}>{bulk.uploadAgain}</ButtonLink>
        </p>
      )}
      <Form to={`${to}/kasta`} formToken={formToken}>
        <Button label={bulk.throwAway} weight="tertiary" />
      </Form>
    </section>
  )
}
