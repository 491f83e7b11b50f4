import { extractText, extractTextItems, getDocumentProxy } from 'unpdf'

/** The words of a PDF, a page each, as somebody copies them out of it. */
export async function wordsIn(pdf: Uint8Array): Promise<readonly string[]> {
  const { text } = await extractText(new Uint8Array(pdf), { mergePages: false })
  return text.map((page) => page.replaceAll(/\s+/g, ' ').trim())
}

/** What is written on a page, and where: millimetres from the upper left corner of an A4. */
export interface Written {
  readonly words: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export async function writtenIn(pdf: Uint8Array): Promise<readonly (readonly Written[])[]> {
  const { items } = await extractTextItems(new Uint8Array(pdf))
  const millimetres = (points: number) => (points * 25.4) / 72
  return items.map((page) =>
    page
      .filter(({ str }) => str.trim() !== '')
      .map(({ str, x, y, width, height }) => ({
        words: str,
        left: millimetres(x),
        right: millimetres(x + width),
        // The baseline is told; letters reach a quarter of their size below it.
        top: 297 - millimetres(y + height),
        bottom: 297 - millimetres(y - height / 4),
      })),
  )
}

/** What a screen reader is told of it: its title and language, whether it is tagged, and the headings among the tags. */
export async function toldBy(pdf: Uint8Array) {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const { info } = await document.getMetadata()
  const told = new Map<string, unknown>(Object.entries(info))
  const tree = await (await document.getPage(1)).getStructTree()
  return {
    title: told.get('Title'),
    language: told.get('Language'),
    isTagged: (await document.getMarkInfo())?.Marked === true,
    roles: new Set(rolesIn(tree)),
    pages: document.numPages,
  }
}

const rolesIn = (node: unknown): readonly string[] => {
  if (typeof node !== 'object' || node === null) return []
  const own = 'role' in node && typeof node.role === 'string' ? [node.role] : []
  const children = 'children' in node && Array.isArray(node.children) ? node.children : []
  return [...own, ...children.flatMap(rolesIn)]
}
