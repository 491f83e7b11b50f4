// Writes src/database/expected-schema.ts from what the migrations and the queues make of an empty database:
// `npm run schema`, after every new migration and every new version of pg-boss.
import { writeFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { openDatabase } from '../dist/src/database/database.js'
import { startServer } from '../dist/src/database/embedded.js'
import { migrate } from '../dist/src/database/migrate.js'
import { readSchema } from '../dist/src/database/schema-objects.js'
import { installQueues } from '../dist/src/delivery/queues.js'

const folder = await mkdtemp(path.join(os.tmpdir(), 'portvakt-schema-'))
await chmod(folder, 0o711)
const server = await startServer({ directory: path.join(folder, 'postgres'), isDurable: false, log: console.error })
const url = server.url('postgres')
await migrate({ url, afterwards: [installQueues] })
const db = openDatabase({ url })
const { objects } = await readSchema(db)
await db.destroy()
await server.stop()
await rm(folder, { recursive: true, force: true })

const lines = objects.map(
  ({ name, definition, table = '' }) => `  ${JSON.stringify([name, definition, table].join('\t'))},`,
)
writeFileSync(
  'src/database/expected-schema.ts',
  `import type { SchemaObject } from './schema-objects.js'

/**
 * The schema that this version makes, each object on a line: name, definition and table. Written by \`npm run schema\`;
 * a test holds it to what the migrations make. After a conflict, take either side and write it anew.
 */
const lines: readonly string[] = [
${lines.join('\n')}
]

export const expectedSchema: readonly SchemaObject[] = lines.map((line) => {
  const [name = '', definition = '', table = ''] = line.split('\\t')
  return { name, definition, table: table === '' ? undefined : table }
})
`,
)
