import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import test from 'ava'

const files = {
  'src/one/grant.ts':
    "import type { Row } from './queries.js'\nexport const grant = (row: Row) => write(row)\nconst write = (row: Row) => row\n",
  'src/one/queries.ts':
    "export type Row = import('./grant.js').Grant\nexport function rowOf(id: string) {\n  const row = id\n  return row\n}\n",
  'src/two.ts':
    "import { rowOf } from './one/queries.js'\nexport const find = async (id: string) => await rowOf(id)\nexport const both = (id: string) => rowOf(id.trim())\n",
  'test/two.test.ts': '\n'.repeat(22),
}

test('npm run measure counts cycles of types, functions that only pass on, folders and lines', async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'measure-'))
  t.teardown(async () => await rm(folder, { recursive: true }))
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true })
    await writeFile(path.join(folder, name), content)
  }
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/measure.js', folder])
  for (const row of [
    '| files in `src` | 3 | 3 | 5 | 5 (`src/one/queries.ts`) |',
    '| functions with a name, in `src`, `views` and `config` | 5 | 1 | 4 | 4 (`rowOf in src/one/queries.ts`) |',
    'Lines of tests for each line of source: 2.00 (22 to 11).',
    '| 1 | 1 |',
    '| 2 or 3 | 1 |',
    '| files, types counted | 1 | 2 | 2 |',
    '| files, at run time | 0 | 0 | 0 |',
    '- `src/one/grant.ts`, `src/one/queries.ts`',
    '2 of 4 exported functions are one call of another with their own parameters.',
    '- `find in src/two.ts`',
  ]) {
    t.true(stdout.split('\n').includes(row), `${row}\n\n${stdout}`)
  }
})
