import type { VNode } from 'preact'
import type { Text } from '../../src/text/text.js'
import type { Path } from './link.js'

export interface PagerProps {
  readonly text: Text
  /** Of what there is more. */
  readonly label: string
  readonly page: string
  readonly last: string
  readonly previous: Path | undefined
  readonly next: Path | undefined
}

/** The way to the pages beside this one; nothing when there is one page only. */
export const Pager = ({ text, label, page, last, previous, next }: PagerProps): VNode | null => {
  const { pager: words } = text.common
  if (previous === undefined && next === undefined) return null
  return (
    <nav class="pager" aria-label={label}>
      {previous !== undefined && (
        <a class="button button--secondary" rel="prev" href={previous}>
          {words.previous}
        </a>
      )}
      <span class="pager__place">{words.page(page, last)}</span>
      {next !== undefined && (
        <a class="button button--secondary" rel="next" href={next}>
          {words.next}
        </a>
      )}
    </nav>
  )
}
