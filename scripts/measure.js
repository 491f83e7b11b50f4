// Measures the tree: sizes, folders, import cycles, functions that only pass on, dependencies. `npm run measure` writes
// docs/measures.md; `node scripts/measure.js <folder>` prints what it measures there.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from 'oxc-parser'

const [folder] = process.argv.slice(2)
const root = folder ?? '.'
const sourceFolders = ['src', 'views', 'config']

const filesUnder = (area) =>
  existsSync(path.join(root, area))
    ? readdirSync(path.join(root, area), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => `${area}/${name}`)
        .toSorted()
    : []

const read = (file) => {
  const text = readFileSync(path.join(root, file), 'utf8')
  const { program, module, errors } = parseSync(file, text)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`)
  return { file, text, program, module, lines: text.split('\n').length - 1 }
}

/** Made by `npm run schema`, and read by nobody. */
const generated = 'src/database/expected-schema.ts'

const sources = sourceFolders
  .flatMap(filesUnder)
  .filter((file) => file !== generated)
  .map(read)
const tests = filesUnder('test').map(read)

// Numbers in words.

const rank = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]

function sizesOf(things) {
  const sorted = things.toSorted((one, other) => one.lines - other.lines)
  const longest = sorted.at(-1)
  return {
    count: sorted.length,
    median: rank(sorted, 0.5)?.lines ?? 0,
    most: rank(sorted, 0.9)?.lines ?? 0,
    longest: longest === undefined ? '-' : `${longest.lines} (\`${longest.name}\`)`,
  }
}

const sizeRow = (title, things) => {
  const { count, median, most, longest } = sizesOf(things)
  return `| ${title} | ${count} | ${median} | ${most} | ${longest} |`
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0)

// Functions.

const functionTypes = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])
const isNode = (value) => typeof value === 'object' && value !== null && typeof value.type === 'string'

function* nodesIn(node, parent) {
  yield { node, parent }
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) yield* nodesIn(child, node)
    }
  }
}

/** A function with a name of its own: declared, kept in a constant, or a method. Callbacks are part of theirs. */
function nameOf(node, parent) {
  if (node.type === 'FunctionDeclaration') return node.id?.name
  const named = parent?.type === 'VariableDeclarator' ? parent.id : parent?.key
  return named?.name
}

function functionsOf(source) {
  const { file, text, program } = source
  const ours = ownNames(source)
  const lineOf = (offset) => text.slice(0, offset).split('\n').length
  return [...nodesIn(program)]
    .filter(({ node, parent }) => functionTypes.has(node.type) && nameOf(node, parent) !== undefined)
    .map(({ node, parent }) => ({
      name: `${nameOf(node, parent)} in ${file}`,
      lines: lineOf(node.end) - lineOf(node.start) + 1,
      node,
      isExported: isExported(program, nameOf(node, parent)),
      ours,
    }))
}

/** What a file can call by name and is ours: imported from a file beside it, or declared at its top. */
function ownNames({ program, module }) {
  const imported = module.staticImports
    .filter(({ moduleRequest }) => moduleRequest.value.startsWith('.'))
    .flatMap(({ entries }) => entries.map(({ localName }) => localName.value))
  const declared = program.body
    .map((statement) => statement.declaration ?? statement)
    .flatMap((statement) => statement.declarations ?? [statement])
    .flatMap(({ id }) => id?.name ?? [])
  return new Set([...imported, ...declared])
}

const isExported = (program, name) =>
  program.body.some(
    ({ type, declaration }) =>
      type === 'ExportNamedDeclaration' &&
      (declaration?.id?.name === name || declaration?.declarations?.some(({ id }) => id.name === name)),
  )

/** What a function gives back when it does nothing else. */
function onlyExpressionOf({ body }) {
  if (body?.type !== 'BlockStatement') return body
  const [statement] = body.body
  return body.body.length === 1 ? (statement.argument ?? statement.expression) : undefined
}

/** Exported, and nothing but one call of a function of ours with its own parameters as they came. */
function passesThrough({ node, isExported: isForOthers, ours }) {
  const expression = onlyExpressionOf(node)
  const call = expression?.type === 'AwaitExpression' ? expression.argument : expression
  if (!isForOthers || call?.type !== 'CallExpression' || call.arguments.length === 0) return false
  if (!ours.has(call.callee.name)) return false
  const parameters = node.params.map((parameter) => parameter.name)
  return (
    parameters.length === call.arguments.length &&
    call.arguments.every(({ type, name }) => type === 'Identifier' && parameters.includes(name))
  )
}

// Imports.

const known = new Set(sources.map(({ file }) => file))

const resolved = (from, target) => {
  const bare = path.posix.join(path.posix.dirname(from), target.replace(/\.js$/, ''))
  return [`${bare}.ts`, `${bare}.tsx`].find((file) => known.has(file))
}

/** The files that a file imports. With types: also what is erased before it runs, `import('./x.js').Y` among it. */
function importsOf({ file, text, module }, withTypes) {
  const targets = [...module.staticImports, ...module.staticExports].flatMap(({ moduleRequest, entries }) => {
    const request = moduleRequest ?? entries.find((entry) => entry.moduleRequest)?.moduleRequest
    const isErased = entries.length > 0 && entries.every(({ isType }) => isType)
    return request === undefined || (isErased && !withTypes) ? [] : [request.value]
  })
  const typeQueries = withTypes ? [...text.matchAll(/\bimport\('(\.[^']+)'\)/g)].map(([, target]) => target) : []
  return [...targets, ...typeQueries]
    .filter((target) => target.startsWith('.'))
    .map((target) => resolved(file, target))
    .filter((target) => target !== undefined)
}

const graphOf = (withTypes) => new Map(sources.map((source) => [source.file, importsOf(source, withTypes)]))

/** The groups in which each reaches each other (Tarjan). One alone is none. */
function circlesOf(graph) {
  const order = new Map()
  const low = new Map()
  const stack = []
  const circles = []
  const visit = (file) => {
    order.set(file, order.size)
    low.set(file, order.get(file))
    stack.push(file)
    for (const target of graph.get(file) ?? []) {
      if (!order.has(target)) visit(target)
      if (stack.includes(target)) low.set(file, Math.min(low.get(file), low.get(target)))
    }
    if (low.get(file) !== order.get(file)) return
    const circle = stack.splice(stack.indexOf(file))
    if (circle.length > 1) circles.push(circle.toSorted((one, other) => one.localeCompare(other)))
  }
  for (const file of graph.keys()) if (!order.has(file)) visit(file)
  return circles.toSorted((one, other) => other.length - one.length)
}

/** The same graph between modules: the folders right under src, and views and config each as one. */
function modulesOf(graph) {
  const moduleOf = (file) => (file.startsWith('src/') ? file.split('/')[1].replace(/\.tsx?$/, '') : file.split('/')[0])
  const modules = new Map()
  for (const [file, targets] of graph) {
    const own = moduleOf(file)
    const others = targets.map(moduleOf).filter((name) => name !== own)
    modules.set(own, [...new Set([...(modules.get(own) ?? []), ...others])])
  }
  return modules
}

const circleRow = (title, circles) =>
  `| ${title} | ${circles.length} | ${circles[0]?.length ?? 0} | ${sum(circles.map(({ length }) => length))} |`

// Folders.

const folders = Object.entries(Object.groupBy(sources, ({ file }) => path.dirname(file))).map(([name, files]) => ({
  name,
  files: files.length,
}))
const kinds = [
  ['1', 1, 1],
  ['2 or 3', 2, 3],
  ['4 to 20', 4, 20],
  ['21 to 25', 21, 25],
  ['more', 26, Infinity],
]
const folderRows = kinds.map(([title, least, most]) => {
  const some = folders.filter(({ files }) => files >= least && files <= most)
  return `| ${title} | ${some.length} |`
})

// Dependencies.

function dependencyRows() {
  if (!existsSync(path.join(root, 'package.json'))) return []
  const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  const reasons = readFileSync(path.join(root, 'docs/decisions/dependencies.md'), 'utf8')
  return Object.entries(dependencies).map(([name, version]) => {
    const reason = reasons.split('\n').find((line) => line.startsWith(`- \`${name}\`: `))
    return `| \`${name}\` | ${version} | ${reason?.slice(name.length + 6) ?? '**none**'} |`
  })
}

// The document.

const named = (files) => files.map(({ file, lines }) => ({ name: file, lines }))
const functions = sources.flatMap(functionsOf)
const passing = functions.filter(passesThrough)
const withTypes = graphOf(true)
const circles = circlesOf(withTypes)
const linesOf = (files) => sum(files.map(({ lines }) => lines))
const dependencies = dependencyRows()
const bullets = (lines) => (lines.length === 0 ? [] : ['', ...lines.map((line) => `- ${line}`)])

const document = [
  '# Measures',
  '',
  'Written by `npm run measure` from the tree as it is. What to aim for: a file of 40 lines and a function of 8 in the',
  'median, rarely above 200 and 60; folders of 4 to 20 files; no cycles; no function that only passes on.',
  '',
  '## Sizes, in lines',
  '',
  '| what | how many | median | 90 of 100 at most | longest |',
  '| --- | --: | --: | --: | --- |',
  sizeRow('files in `src`', named(sources.filter(({ file }) => file.startsWith('src/')))),
  sizeRow('files in `src` but `src/text`', named(sources.filter(({ file }) => /^src\/(?!text\/)/.test(file)))),
  sizeRow('files in `views`', named(sources.filter(({ file }) => file.startsWith('views/')))),
  sizeRow('files in `test`', named(tests)),
  sizeRow('functions with a name, in `src`, `views` and `config`', functions),
  '',
  `Lines of tests for each line of source: ${(linesOf(tests) / Math.max(1, linesOf(sources))).toFixed(2)} (${linesOf(tests)} to ${linesOf(sources)}).`,
  '',
  '## Folders by number of files',
  '',
  '| files right in it | folders |',
  '| --- | --: |',
  ...folderRows,
  '',
  '## Import cycles',
  '',
  '| between | cycles | files in the largest | in all |',
  '| --- | --: | --: | --: |',
  circleRow('files, types counted', circles),
  circleRow('files, at run time', circlesOf(graphOf(false))),
  circleRow('modules, types counted', circlesOf(modulesOf(withTypes))),
  ...bullets(circles.map((files) => files.map((file) => `\`${file}\``).join(', '))),
  '',
  '## Exported functions that only pass on',
  '',
  `${passing.length} of ${functions.filter(({ isExported: isForOthers }) => isForOthers).length} exported functions are one call of another with their own parameters.`,
  ...bullets(passing.map(({ name }) => `\`${name}\``)),
  '',
  '## Run-time dependencies',
  '',
  `${dependencies.length}, each with its reason in \`docs/decisions/dependencies.md\`.`,
  '',
  '| library | version | reason |',
  '| --- | --- | --- |',
  ...dependencies,
  '',
].join('\n')

if (folder === undefined) writeFileSync('docs/measures.md', document)
process.stdout.write(document)
