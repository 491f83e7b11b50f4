import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Copyable } from '../../parts/copyable.js'
import { Link } from '../../parts/link.js'
import { Notice } from '../../parts/notice.js'

export interface ProductSettings {
  readonly product: string
  readonly files: readonly { readonly file: string; readonly content: string }[]
  /** What must be changed here or there before it works. */
  readonly notes: readonly string[]
}

export interface SettingsPageProps {
  readonly text: Text
  readonly id: string
  readonly name: string
  readonly discovery: string
  readonly products: readonly ProductSettings[]
}

/** What is pasted into the relying service, product by product. */
export const SettingsPage = ({ text, id, name, discovery, products }: SettingsPageProps): VNode => {
  const { relyingServices: words } = text.officers
  const copy = { label: words.copy, done: words.copied }
  return (
    <>
      <h1 class="heading">{words.settingsTitle(name)}</h1>
      <p class="preamble">{words.settingsWhat}</p>
      {products.map(({ product, files, notes }) => (
        <section key={product}>
          <h2>{product}</h2>
          {notes.map((note) => (
            <Notice key={note} kind="info">
              <p>{note}</p>
            </Notice>
          ))}
          {files.map(({ file, content }) => (
            <Copyable key={file} label={file} content={content} copy={copy} />
          ))}
        </section>
      ))}
      <p>{words.discovery}</p>
      <Copyable label="openid-configuration" content={discovery} copy={copy} />
      <p>
        <Link to={`/handlaggning/e-tjanster/${id}`}>{words.toService(name)}</Link>
      </p>
    </>
  )
}
