import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import test from 'ava'
import { citingFiles, proofsDocument, provingTests, requirementsOf } from './support/requirements.js'

const security = readFileSync('docs/security.md', 'utf8')
const product = readFileSync('docs/product.md', 'utf8')
const contract = readFileSync('docs/contract.md', 'utf8')
const requirements = requirementsOf(security)
const numbers = new Set(requirements.map(({ number }) => number))
const files = citingFiles()

const citations = (pattern: RegExp) =>
  files.flatMap(({ file, text }) => [...text.matchAll(pattern)].map((match) => ({ file, match })))
const named = ({ file, match }: ReturnType<typeof citations>[number]) => `${match[0]} in ${file}`

test('a requirement has one number, and a state that is explained', (t) => {
  t.true(requirements.length > 150, 'the requirements were found')
  t.is(numbers.size, requirements.length)
  const states = new Set(['built', 'partly', 'untested', 'not built'])
  t.deepEqual(
    requirements.filter(({ state }) => !states.has(state)),
    [],
  )
  t.deepEqual(
    requirements.filter(({ state, text }) => (state === 'partly') !== text.includes('Missing: ')),
    [],
    'what is built in part, and nothing else, says what is missing',
  )
})

test('a requirement that is built has a test with its number in the title, and one that is not has none', (t) => {
  const proved = new Set(provingTests().flatMap((proof) => proof.numbers))
  t.deepEqual(
    requirements
      .filter(({ number, state }) => proved.has(number) !== (state === 'built' || state === 'partly'))
      .map(({ number, state }) => `${number} is ${state}`),
    [],
  )
})

test('a number that a title or the code cites is a requirement of docs/security.md', (t) => {
  const cited = citations(/\b(?:[RF]-\d{2}|[TG]\d{1,2})\b(?!:)/g)
  t.true(cited.length > 200, 'the citations were found')
  t.deepEqual(cited.filter(({ match }) => !numbers.has(match[0])).map(named), [])
})

test('a rule that the code cites is a rule of docs/product.md', (t) => {
  const rules = new Set([...product.matchAll(/^(\d+)\. \*\*/gm)].map(([, rule]) => rule))
  const cited = citations(/\brules? (\d+(?:(?:, | and | to )\d+)*)/g)
  t.true(cited.length > 40, 'the citations were found')
  t.deepEqual(
    cited.filter(({ match }) => match[1]?.match(/\d+/g)?.some((rule) => !rules.has(rule)) ?? true).map(named),
    [],
  )
})

test('a part that the code cites stands in the document', (t) => {
  const hasPart = (document: string, part: string) =>
    document.includes(`## ${part}\n`) || document.includes(`**${part}.**`)
  const quoted = citations(/\b(product|contract)\.md,? "([^"]+)"/g)
  t.true(quoted.length > 5, 'the citations were found')
  t.deepEqual(
    quoted.filter(({ match }) => !hasPart(match[1] === 'product' ? product : contract, match[2] ?? '')).map(named),
    [],
  )

  const sections = new Set([...security.matchAll(/^#+ (\d(?:\.\d)?) /gm)].map(([, section]) => section))
  const hashing = security.slice(security.indexOf('\n## 4 '), security.indexOf('\n## 5 '))
  for (const [, item] of hashing.matchAll(/^(\d)\. /gm)) sections.add(`4.${item}`)
  const numbered = citations(/\bsecurity\.md,? (\d(?:\.\d)?)(?: and (\d(?:\.\d)?))?/g)
  t.true(numbered.length > 5, 'the citations were found')
  t.deepEqual(
    numbered
      .filter(({ match }) => match.slice(1).some((section) => section !== undefined && !sections.has(section)))
      .map(named),
    [],
  )
})

test('docs/proofs.md lists the tests of each requirement by the titles that they have', (t) => {
  t.is(readFileSync('docs/proofs.md', 'utf8'), proofsDocument(), 'npm run docs writes it anew')
})

test('a screen text in the flows of docs/product.md stands on a screen letter for letter', (t) => {
  const flows = product.slice(product.indexOf('\n## The flows'), product.indexOf('\n## Not built yet'))
  const texts = [...flows.replaceAll(/\*\*[^*]+\*\*/g, '').matchAll(/\*([^*]+)\*/g)].map(([, text = '']) =>
    text.replaceAll('\n', ' ').replace(/ ?…$/, ''),
  )
  t.true(texts.length > 15, 'the texts were found')
  const swedish = files.filter(({ file }) => file.startsWith('src/text/sv')).map(({ text }) => text)
  t.deepEqual(
    texts.filter((text) => !swedish.some((sentences) => sentences.includes(text))),
    [],
  )
})

test('a setting of docs/contract.md is a setting of .env.example', (t) => {
  const settings = contract.slice(contract.indexOf('\n## Settings'), contract.indexOf('\n## Addresses'))
  const names = [...settings.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, cell = '']) => cell.match(/[A-Z_]{4,}/g) ?? [])
  t.true(names.length > 10, 'the settings were found')
  const known = readFileSync('.env.example', 'utf8')
  t.deepEqual(
    names.filter((name) => !known.includes(`#${name}=`)),
    [],
  )
})

/** By its name, or by the number that a decision begins with; what the benchmarks write is made when they run. */
const isThere = (path: string) =>
  path === 'bench/results/' ||
  existsSync(path) ||
  readdirSync(dirname(path)).some((name) => name.startsWith(`${basename(path)}-`))

test('a file or folder that a document names is there', (t) => {
  const documents = ['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'docs/product.md', 'docs/security.md']
  const pattern = /`((?:src|views|test|config|migrations|assets|bench|docs|scripts)\/[\w./-]*)`/g
  const named = documents.flatMap((document) =>
    [...readFileSync(document, 'utf8').matchAll(pattern)].map(([, path = '']) => ({ document, path })),
  )
  t.true(named.length > 50, 'the names were found')
  t.deepEqual(
    named.filter(({ path }) => !isThere(path)).map(({ document, path }) => `${path} in ${document}`),
    [],
  )
})
