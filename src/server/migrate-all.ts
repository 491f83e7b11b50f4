import { expectedSchema } from '../database/expected-schema.js'
import { migrate, type Migrated } from '../database/migrate.js'
import { installQueues } from '../delivery/queues.js'

/** Everything that must stand in a database before the service opens: the schema, the role, the queues. */
export async function migrateAll(url: string): Promise<Migrated> {
  return await migrate({ url, afterwards: [async (owner) => await installQueues(owner)], expected: expectedSchema })
}
