import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import type { Path } from '../../parts/link.js'

export interface RowShown {
  readonly row: number
  readonly number: string
  readonly name: string
  readonly address: string
  readonly kind: 'new' | 'known' | 'nothing' | 'wrong'
  /** The services and their days, or what is wrong. */
  readonly words: readonly string[]
}

export interface PreviewRowsProps {
  readonly text: Text
  readonly rows: readonly RowShown[]
  readonly pages: readonly { readonly label: string; readonly to: Path; readonly isHere: boolean }[]
}

/** The rows, so many a page. On a narrow screen each row is a block of its own. */
export const PreviewRows = ({ text: { administration }, rows, pages }: PreviewRowsProps): VNode => {
  const { bulk } = administration
  return (
    <>
      <h2 id="rader">{bulk.rowsTitle}</h2>
      <table class="bulk__rows" aria-labelledby="rader">
        <thead>
          <tr>
            <th scope="col">{bulk.row}</th>
            <th scope="col">{bulk.who}</th>
            <th scope="col">{bulk.what}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, number, name, address, kind, words }) => (
            <tr key={row} class={`bulk__row bulk__row--${kind}`}>
              <th scope="row">
                <span class="bulk__row-word">{bulk.row} </span>
                {row}
              </th>
              <td>
                {name && <strong>{name}</strong>}
                <span class="code">{number}</span>
                {address && <span>{address}</span>}
              </td>
              <td>
                <strong>{bulk.willBe[kind]}</strong>
                {words.map((line) => (
                  <span key={line}>{line}</span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {pages.length > 1 && (
        <nav class="bulk__pages" aria-label={bulk.pages}>
          <ul>
            {pages.map(({ label, to, isHere }) => (
              <li key={to}>
                <a class="anchor" href={to} {...(isHere && { 'aria-current': 'page' as const })}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  )
}
