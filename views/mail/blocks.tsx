import type { VNode } from 'preact'
import { assertNever } from '../../src/assert-never.js'
import type { Language } from '../../src/text/text.js'
import type { Path } from '../parts/link.js'
import { styles } from './styles.js'

export interface MailContent {
  /** Our configured address: the only one that a mail of ours can hold. */
  readonly issuer: string
  readonly language: Language
  /** Never a person's words; a school's name, at most. */
  readonly subject: string
  readonly greeting: string
  readonly blocks: readonly MailBlock[]
}

/** What a mail is made of, between its greeting and its foot. HTML and text are both made from this. */
export type MailBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** A secret to be typed, with what it is called on the page where it is typed. */
  | { readonly kind: 'code'; readonly label: string; readonly code: string }
  /** A page of ours. The type leaves no room for another address than the configured one. */
  | { readonly kind: 'link'; readonly label: string; readonly to: Path }

export function MailBlockView({ block, issuer }: { readonly block: MailBlock; readonly issuer: string }): VNode {
  switch (block.kind) {
    case 'paragraph':
      return <p style={styles.paragraph}>{block.text}</p>
    case 'note':
      return (
        <p class="m-quiet" style={styles.note}>
          {block.text}
        </p>
      )
    case 'list':
      return <MailList items={block.items} />
    case 'code':
      return <MailCode label={block.label} code={block.code} />
    case 'link':
      return <MailLink label={block.label} address={`${issuer}${block.to}`} />
    default:
      return assertNever(block)
  }
}

const MailList = ({ items }: { readonly items: readonly string[] }): VNode => (
  <ul style={styles.list}>
    {items.map((item) => (
      <li key={item} style={styles.item}>
        {item}
      </li>
    ))}
  </ul>
)

export const MailCode = ({ label, code }: { readonly label: string; readonly code: string }): VNode => (
  <table role="presentation" cellPadding="0" cellSpacing="0" style={styles.codeTable}>
    <tr>
      <td class="m-code" align="center" style={styles.codeCell}>
        <p class="m-quiet" style={styles.codeLabel}>
          {label}
        </p>
        <p class="m-ink m-code-text" style={styles.code}>
          {code}
        </p>
      </td>
    </tr>
  </table>
)

/** A button, and below it the address for those whose mail program shows no buttons. */
const MailLink = ({ label, address }: { readonly label: string; readonly address: string }): VNode => (
  <>
    <table role="presentation" cellPadding="0" cellSpacing="0" style={styles.buttonTable}>
      <tr>
        <td class="m-button" style={styles.buttonCell}>
          <a class="m-button-text" href={address} target="_blank" rel="noopener" style={styles.button}>
            {label}
          </a>
        </td>
      </tr>
    </table>
    <p class="m-quiet" style={styles.address}>
      {address}
    </p>
  </>
)
