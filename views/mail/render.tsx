import { render } from 'preact-render-to-string'
import { textIn } from '../../src/text/text.js'
import { mayBecomeLink, withoutLinks } from '../../src/values/web-address.js'
import { assertNever } from '../../src/assert-never.js'
import { MailBlockView, type MailBlock } from './blocks.js'
import { MailLayout } from './layout.js'
import { asText } from './text.js'
import { styles } from './styles.js'
import type { MailContent } from './blocks.js'

export type { MailContent } from './blocks.js'

export interface RenderedMail {
  readonly subject: string
  readonly html: string
  readonly text: string
}

/** One mail, as HTML and as text, from the same content, so that the two cannot tell different things. */
export function renderMail(content: MailContent): RenderedMail {
  const clean = withoutControls(content)
  const { issuer, language, subject, greeting, blocks } = clean
  const html = render(
    <MailLayout issuer={issuer} language={language} subject={subject}>
      <h1 class="m-ink" style={styles.heading}>
        {subject}
      </h1>
      <p style={styles.paragraph}>{greeting}</p>
      {blocks.map((block) => (
        <MailBlockView key={block} block={block} issuer={issuer} />
      ))}
    </MailLayout>,
  )
  return { subject, html: `<!doctype html>${html}`, text: asText(clean) }
}

/** A name with a line break or a turned writing direction in it stays a name: it makes no line of its own. */
const oneLine = (text: string) =>
  text
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '')
    .trim()

/**
 * Whatever people have written may stand in a line of ours: a name, a school's, a reason. No mail program makes a link of
 * it: the only addresses are those of the blocks that are links, which are ours.
 */
const ourLine = (text: string) => withoutLinks(oneLine(text))

/** A name that a mail program would make a link of is left out: nobody is greeted by a stranger's address. */
const greetingOf = ({ greeting, language }: MailContent): string => {
  const line = oneLine(greeting)
  return mayBecomeLink(line) ? textIn(language).mail.greetingWithoutName : line
}

const withoutControls = (content: MailContent): MailContent => ({
  ...content,
  subject: ourLine(content.subject),
  greeting: greetingOf(content),
  blocks: content.blocks.map(cleanBlock),
})

const cleanBlock = (block: MailBlock): MailBlock => {
  switch (block.kind) {
    case 'list':
      return { ...block, items: block.items.map(ourLine) }
    case 'code':
      return { ...block, label: oneLine(block.label), code: oneLine(block.code) }
    case 'link':
      return { ...block, label: ourLine(block.label) }
    case 'note':
    case 'paragraph':
      return { ...block, text: ourLine(block.text) }
    default:
      return assertNever(block)
  }
}
