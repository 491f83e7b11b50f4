import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import test from 'ava'

/** What the service is made of (security.md R-98): each library in one version, known by its checksum. */

interface Locked {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly license?: string
  readonly dev?: boolean
  readonly hasInstallScript?: boolean
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>
}
const own = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
  readonly allowScripts: Readonly<Record<string, boolean>>
}

const nameOf = (place: string) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
const libraries = Object.entries(packages)
  .filter(([place]) => place !== '')
  .map(([place, locked]) => Object.assign(locked, { name: nameOf(place) }))

const namesOf = (some: typeof libraries) => [...new Set(some.map(({ name }) => name))].toSorted()

/** Such as ask for nothing but that they are named. */
const agreed = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  '(MIT OR CC0-1.0)',
  'MIT AND OFL-1.1',
])

/** Those that say it elsewhere than in their package.json, as it has been read there. */
const unsaid: Readonly<Record<string, string>> = { 'png-js': 'MIT' }

test('every library is the one that was chosen: its checksum is kept, and no address of where it is fetched (R-98)', (t) => {
  t.true(libraries.length > 100, 'the libraries were found')
  t.deepEqual(namesOf(libraries.filter(({ integrity = '' }) => !/^sha512-[\w+/]{86}==$/.test(integrity))), [])
  t.deepEqual(namesOf(libraries.filter(({ resolved }) => resolved !== undefined)), [])
})

test('what we ask for is one exact version (R-98)', (t) => {
  const asked = Object.entries({ ...own.dependencies, ...own.devDependencies })
  t.deepEqual(
    asked.filter(([, version]) => !/^(?:npm:[\w-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)),
    [],
  )
})

test('no library runs anything when it is installed but those that are known (R-98)', (t) => {
  t.deepEqual(
    namesOf(libraries.filter(({ hasInstallScript = false }) => hasInstallScript)),
    Object.keys(own.allowScripts).toSorted(),
  )
})

test('every library that is run has a licence that has been agreed to', (t) => {
  const others = libraries.filter(
    ({ name, dev = false, license = unsaid[name] ?? 'none' }) => !dev && !agreed.has(license),
  )
  t.deepEqual(namesOf(others), [])
})

test('the bill of materials has every library (R-98)', async (t) => {
  // As a shell would: npm is a script of its own kind on each system.
  const { stdout } = await promisify(execFile)('npm run --silent sbom', { shell: true, maxBuffer: 64 * 1024 * 1024 })
  const { components } = JSON.parse(stdout) as {
    readonly components: readonly { readonly name: string; readonly version: string }[]
  }
  const listed = new Set(components.map(({ name, version }) => `${name}@${version}`))
  t.deepEqual(
    libraries.map(({ name, version = '' }) => `${name}@${version}`).filter((library) => !listed.has(library)),
    [],
  )
})

test('every library that the service runs with has its reason, in one line', (t) => {
  const reasons = new Map(
    readFileSync('docs/decisions/dependencies.md', 'utf8')
      .split('\n')
      .flatMap((line) => {
        const [, name, reason = ''] = /^- `([^`]+)`: (.+)$/.exec(line) ?? []
        return name === undefined ? [] : [[name, reason] as const]
      }),
  )
  t.deepEqual([...reasons.keys()].toSorted(), Object.keys(own.dependencies).toSorted())
})
