import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The requirements of docs/security.md, the tests whose titles carry their numbers, and the lines that cite them. */

export interface Requirement {
  readonly number: string
  readonly state: string
  readonly text: string
}

export interface ProvingTest {
  readonly title: string
  readonly file: string
  readonly numbers: readonly string[]
}

const number = String.raw`(?:[RF]-\d{2}|[TG]\d{1,2})`
const row = new RegExp(String.raw`^\| (${number}) \| ([a-z ]+) \| (.+) \|$`, 'gm')
const numbersAtTheEnd = new RegExp(String.raw` \((${number}(?:, ${number})*)\)$`)
const titled = /\btest(?:\.serial)?\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/g

export const requirementsOf = (document: string): readonly Requirement[] =>
  [...document.matchAll(row)].map(([, id = '', state = '', text = '']) => ({ number: id, state, text }))

const filesUnder = (folder: string, kind: RegExp): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => kind.test(name))
    .map((name) => join(folder, name))
    .toSorted()

/** Every test whose title ends with numbers in brackets. A title that is put together keeps its `${…}`. */
export function provingTests(): readonly ProvingTest[] {
  return filesUnder('test', /\.test\.tsx?$/).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(titled)].flatMap(([, single, double, template]) => {
      const title = (single ?? double ?? template ?? '').replaceAll(/\\(['"`])/g, '$1')
      const [, numbers] = numbersAtTheEnd.exec(title) ?? []
      return numbers === undefined
        ? []
        : [{ file, title: title.replace(numbersAtTheEnd, ''), numbers: numbers.split(', ') }]
    }),
  )
}

/** docs/proofs.md, as `npm run docs` writes it. */
export function proofsDocument(): string {
  const tests = provingTests()
  const sections = requirementsOf(readFileSync('docs/security.md', 'utf8')).flatMap((requirement) => {
    const proofs = tests.filter(({ numbers }) => numbers.includes(requirement.number))
    if (proofs.length === 0) return []
    const lines = proofs.map(({ title, file }) => `- ${title.replaceAll(/([<*_])/g, '\\$1')} (\`${file}\`)`)
    return [`## ${requirement.number}\n\n${lines.join('\n')}\n`]
  })
  return `# Requirements and their tests

Made from the titles of the tests by \`npm run docs\`; a test holds them equal. [security.md](security.md) says what each
number means.

${sections.join('\n')}`
}

export interface Citation {
  readonly file: string
  readonly text: string
}

const citing = ['src', 'views', 'test', 'migrations', 'config', 'bench', 'scripts']

/** Each file that may cite a document, with comments that go over several lines made one. */
export const citingFiles = (): readonly Citation[] =>
  citing
    .flatMap((folder) => filesUnder(folder, /\.(?:tsx?|js)$/))
    .map((file) => ({ file, text: readFileSync(file, 'utf8').replaceAll(/\n\s*(?:\*|\/\/) ?/g, ' ') }))
