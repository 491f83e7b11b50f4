import type { ComponentChildren, VNode } from 'preact'
import type { Text } from '../../src/text/text.js'
import { ErrorSummary, RefusalSummary } from '../parts/error-summary.js'

/** What was wrong with what somebody typed; the code is what support can be told. */
export type Mistake = FieldMistake | Refusal

interface FieldMistake {
  readonly field: string
  readonly message: string
  readonly code: string
}

/** Not the fault of one field. */
interface Refusal {
  readonly field?: undefined
  readonly title: string
  readonly message: string
  readonly code: string
}

export interface MistakeSummaryProps {
  readonly text: Text
  readonly mistakes: readonly Mistake[]
  /** What to do about a refusal. */
  readonly children?: ComponentChildren
}

/** All that must be mended, first on the page. */
export const MistakeSummary = ({ text, mistakes, children }: MistakeSummaryProps): VNode => {
  const refusal = mistakes.find((mistake) => mistake.field === undefined)
  const fields = mistakes.filter((mistake) => mistake.field !== undefined)
  if (refusal === undefined) return <ErrorSummary title={text.common.whatIsWrong} errors={fields} />
  return (
    <RefusalSummary title={refusal.title}>
      <p>{refusal.message}</p>
      {children}
    </RefusalSummary>
  )
}

/** In the small print, under the form. */
export const MistakeCodes = ({ text, mistakes }: { text: Text; mistakes: readonly Mistake[] }): VNode | null =>
  mistakes.length === 0 ? null : (
    <p class="small-print">{text.common.messageCode([...new Set(mistakes.map(({ code }) => code))].join(', '))}</p>
  )
