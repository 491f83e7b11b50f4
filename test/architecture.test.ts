import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import test from 'ava'

/** The layers, lowest first; a module's files may import what lies in a lower layer, and their own module. */
const layers: readonly (readonly string[])[] = [
  ['config', 'text', 'assert-never', 'pdf'],
  ['database', 'context', 'log', 'values'],
  ['web', 'audit', 'delivery', 'tables'],
  ['accounts', 'organisations'],
  ['one-time-passwords', 'permissions'],
  ['login', 'username-letters'],
  ['relying-services'],
  ['kiosk', 'oidc', 'demo', 'start', 'own-account', 'administration', 'officers'],
  ['app', 'mails'],
  ['server'],
  ['main', 'commands'],
]

const source = 'src'
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => join(source, name))

interface Import {
  readonly file: string
  readonly target: string
}

const contentOf = (file: string) => readFileSync(file, 'utf8')
const imports: readonly Import[] = files.flatMap((file) =>
  [...contentOf(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, target = '']) => ({
    file,
    target: target.startsWith('.') ? normalize(join(dirname(file), target)) : target,
  })),
)
const moduleOf = (path: string) =>
  relative(source, path)
    .split('/')[0]
    ?.replace(/\.[jt]sx?$/, '') ?? ''
const isOurs = (target: string) => target.startsWith(`${source}/`)
const height = (path: string) => layers.findIndex((modules) => modules.includes(moduleOf(path)))
const acrossModules = imports.filter(({ file, target }) => isOurs(target) && moduleOf(file) !== moduleOf(target))

test('every module has a layer', (t) => {
  t.deepEqual(
    files.filter((file) => height(file) === -1),
    [],
  )
})

test('imports go downwards only', (t) => {
  t.true(acrossModules.length > 50, 'the imports were found')
  t.deepEqual(
    acrossModules.filter(({ file, target }) => height(target) >= height(file)),
    [],
  )
})

test("no module imports another's queries or routes", (t) => {
  const mayImportRoutes = ({ file }: Import) => ['app', 'server', 'main', 'commands'].includes(moduleOf(file))
  t.deepEqual(
    acrossModules.filter(({ target }) => target.endsWith('.queries.js')),
    [],
  )
  t.deepEqual(
    acrossModules.filter((found) => found.target.endsWith('.routes.js') && !mayImportRoutes(found)),
    [],
  )
})

test('a table is written in one file only', (t) => {
  const writers = new Map<string, Set<string>>()
  const written =
    /(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*'(\w+)'|(?:insert into|update|delete from)\s+"?([a-z_]+)"?\s+(?:\(|set|as|where|using)/gi
  for (const file of files) {
    for (const [, built, plain] of contentOf(file).matchAll(written)) {
      const table = built ?? plain ?? ''
      writers.set(table, (writers.get(table) ?? new Set()).add(file))
    }
  }
  t.true(writers.has('audit_event') && writers.has('login_attempts'), 'the writing statements were found')
  t.deepEqual(
    [...writers].filter(([, by]) => by.size > 1).map(([table, by]) => `${table}: ${[...by].join(', ')}`),
    [],
  )
})

test('SQL is written in the queries only', (t) => {
  const queries = /\.queries\.ts$|^src\/database\//
  t.deepEqual(
    files.filter((file) => !queries.test(file) && /from 'kysely'/.test(contentOf(file))),
    [],
  )
})

test('only routes, mails, web and the app import koa, web and views', (t) => {
  const mayKnow =
    /[./](?:routes|mails|errors|pages)\.tsx$|^src\/web\/|^src\/(?:main|app)\.tsx?$|^src\/commands\/|^src\/server\/|^src\/demo\/mina-tjanster\//
  t.deepEqual(
    imports.filter(
      ({ file, target }) =>
        !mayKnow.test(file) && (/^(?:koa|@koa\/router|preact)/.test(target) || /^(?:views|src\/web)\//.test(target)),
    ),
    [],
  )
})

test('nothing imports the demo but the app, the server and main', (t) => {
  t.deepEqual(
    acrossModules.filter(
      ({ file, target }) =>
        moduleOf(target) === 'demo' && !['app', 'server', 'main', 'commands'].includes(moduleOf(file)),
    ),
    [],
  )
})

test('time is the database’s: no module reads the clock of the machine', (t) => {
  // The check of the database compares the two clocks.
  const outside = /^src\/(?:main|log|server\/database-check)\.ts|^src\/commands\/|^src\/demo\/mina-tjanster\//
  t.deepEqual(
    files.filter((file) => !outside.test(file) && /Date\.now\(\)|new Date\(\)|[^_]\bnow\(\)`/.test(contentOf(file))),
    [],
  )
})

test('migrations are frozen history and import nothing of ours', (t) => {
  const found = readdirSync('migrations', { encoding: 'utf8' }).filter((name) =>
    /from '\./.test(readFileSync(join('migrations', name), 'utf8')),
  )
  t.deepEqual(found, [])
})

test('a new migration sorts last: its name is appended to test/migrations.txt, and no line there ever moves', (t) => {
  const appended = readFileSync('test/migrations.txt', 'utf8').trimEnd().split('\n')
  const early = appended.filter((name, at) => at > 0 && name <= (appended[at - 1] ?? ''))
  t.deepEqual(early, [], 'renumber it, so that a database that has the later ones can take it')
  const found = readdirSync('migrations', { encoding: 'utf8' }).map((name) => name.replace(/\.ts$/, ''))
  t.deepEqual(appended, found.toSorted())
})

test('no transaction chooses its isolation, and only where a transaction begins is it run again', (t) => {
  const chooses = /setIsolationLevel|isolation level/i
  t.deepEqual(
    files.filter((file) => chooses.test(contentOf(file))),
    [],
  )
  const begins = /\b(?:repeatOnConflict|startTransaction)\(|40P01/
  const allowed = /^src\/database\/(?:database|all-or-none|repeat|unreachable)\.ts$/
  t.true(
    files.some((file) => begins.test(contentOf(file))),
    'the places were found',
  )
  t.deepEqual(
    files.filter((file) => begins.test(contentOf(file)) && !allowed.test(file)),
    [],
  )
})

test('no module or file has a name that says nothing', (t) => {
  const nameless = /(?:^|\/)(?:utils?|helpers?|common|services|models?|types|index|misc)(?:\.tsx?|\/)/
  const allowed = /^src\/text\/(?:sv|en)\/common\.ts$/
  t.deepEqual(
    files.filter((file) => nameless.test(file) && !allowed.test(file)),
    [],
  )
})

test('an error reaches a log line as it is, so that the log’s one rule chooses its facts', (t) => {
  const logs = /\blog\.(?:info|warn|error)\([^\n]*(?:String\(\w*[eE]rror\)|[eE]rror\.(?:message|stack|detail))/
  t.deepEqual(
    files.filter((file) => logs.test(contentOf(file))),
    [],
  )
})

test('the two names of a person are joined by fullName, or by concat_ws in SQL, since one may be missing', (t) => {
  const joined = /[gG]iven_?[nN]ame\b\}?(?: \$\{| ?\|\| ?' ')|[gG]ivenName\} \{/
  t.deepEqual(
    files.filter((file) => joined.test(contentOf(file))),
    [],
  )
})

/** The arguments of each call of this name, up to its closing parenthesis. */
const argumentsOf = (call: RegExp, content: string): readonly string[] =>
  [...content.matchAll(call)].map(({ index, 0: opening }) => {
    const begin = index + opening.length
    let depth = 1
    let end = begin
    for (; depth > 0 && end < content.length; end += 1) {
      if (content[end] === '(') depth += 1
      if (content[end] === ')') depth -= 1
    }
    return content.slice(begin, end)
  })

test('statements of one transaction run one after the other', (t) => {
  const together = /Promise\s*\.\s*(?:all|allSettled|any|race)\(/g
  t.true(
    files.some((file) => argumentsOf(together, contentOf(file)).length > 0),
    'the calls were found',
  )
  t.deepEqual(
    files.filter((file) => argumentsOf(together, contentOf(file)).some((given) => /\btrx\b/.test(given))),
    [],
  )
})

test('no name is of the language that was spoken here before style had one vocabulary', (t) => {
  const former =
    /house(?!keeping)|\bworld|storey|drawer|\bdoers?\b|outlet|standInLine|startPost|postAll|hitch|\bdeeds?\b|layFoundation|surroundings|orSayWhyNot|openPlace|openRooms|furnishing|refusesInWords|knowsBrowsers|behindTheDoor|remembersTheDoor|logsRequests/i
  const ours = ['src', 'views', 'config', 'bench', 'test'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(folder, name)),
  )
  t.true(ours.length > 800, 'the files were found')
  const lines = ours
    .filter((file) => file !== 'test/architecture.test.ts')
    .flatMap((file) =>
      contentOf(file)
        .split('\n')
        .map((line) => ({ file, line })),
    )
  t.deepEqual(
    lines.filter(({ line }) => former.test(line)).map(({ file, line }) => `${file}: ${line.trim()}`),
    [],
  )
  t.deepEqual(
    ours.filter((file) => former.test(file)),
    [],
  )
})

test('a file says by its suffix what kind it is of, and by its name for which feature', (t) => {
  t.deepEqual(
    files.filter(
      (file) =>
        /\/(?:queries|routes|pages|messages|mails|typed)\.tsx?$/.test(file) && !/^src\/(?:mails\.ts|text\/)/.test(file),
    ),
    [],
  )
})

test('no file imports itself by way of others, types counted', (t) => {
  const all = ['src', 'views', 'config'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(folder, name)),
  )
  const stem = (path: string) => path.replace(/\.[jt]sx?$/, '')
  const left = new Map(
    all.map((file) => [
      stem(file),
      new Set(
        [...contentOf(file).matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, target = '']) =>
          stem(normalize(join(dirname(file), target))),
        ),
      ),
    ]),
  )
  t.true(left.size > 700, 'the files were found')
  // Whoever imports nobody that is left is in no circle.
  const isFree = (targets: ReadonlySet<string>) => ![...targets].some((target) => left.has(target))
  for (let free = ['']; free.length > 0;) {
    free = [...left].filter(([, targets]) => isFree(targets)).map(([file]) => file)
    for (const file of free) left.delete(file)
  }
  t.deepEqual([...left.keys()], [])
})
