import { assertNever } from '../../src/assert-never.js'
import type { MailBlock, MailContent } from './blocks.js'
import { footLines } from './layout.js'

/** Lines are broken here, at spaces, since some mail programs break none themselves (RFC 5322, 2.1.1: 78). */
const columns = 76

/** The text part of a mail. */
export function asText({ issuer, language, greeting, blocks }: MailContent): string {
  const body = [greeting, ...blocks.flatMap((block) => paragraphsOf(block, issuer))]
  const foot = ['--', ...footLines(language), issuer].map(wrapped).join('\n')
  return `${[...body.map(wrapped), foot].join('\n\n')}\n`
}

const paragraphsOf = (block: MailBlock, issuer: string): readonly string[] => {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return [block.text]
    case 'list':
      return [block.items.map((item) => `- ${item}`).join('\n')]
    case 'code':
      return [`${block.label}:\n\n    ${block.code}`]
    case 'link':
      return [`${block.label}:\n${issuer}${block.to}`]
    default:
      return assertNever(block)
  }
}

const wrapped = (paragraph: string): string => paragraph.split('\n').map(wrappedLine).join('\n')

const wrappedLine = (line: string): string => {
  if (line.length <= columns || line.startsWith(' ')) return line
  const lines: string[] = []
  for (const word of line.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= columns) lines[lines.length - 1] = `${last} ${word}`
    if (last === undefined || last.length + 1 + word.length > columns) lines.push(word)
  }
  return lines.join('\n')
}
