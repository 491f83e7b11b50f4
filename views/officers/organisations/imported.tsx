import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { ButtonLink, Link } from '../../parts/link.js'
import { Notice } from '../../parts/notice.js'

export interface ImportedProps {
  readonly text: Text
  /** How many are new, changed and as they were; and when it was done. */
  readonly counts: readonly string[]
  readonly when: string
}

/** What became of a file. */
export const Imported = ({ text, counts, when }: ImportedProps): VNode => {
  const { importing: words } = text.officers
  return (
    <>
      <h1 class="heading">{words.doneTitle}</h1>
      <Notice kind="success">
        <ul>
          {counts.map((count) => (
            <li key={count}>{count}</li>
          ))}
        </ul>
        <p class="quiet">{when}</p>
      </Notice>
      <p>
        <ButtonLink to="/handlaggning/organisationer">{words.toList}</ButtonLink>
      </p>
      <p>
        <Link to="/handlaggning/organisationer/las-in">{words.another}</Link>
      </p>
    </>
  )
}
