import { randomUUID } from 'node:crypto'
import type { ExecutionContext } from 'ava'
import { openDatabase, serviceRole, type Db } from '../../src/database/database.js'
import { onServer, startThrowaway, type Template } from './throwaway.js'

/** Whatever is opened closes with it: a test, or a benchmark. */
export type Lifetime = Pick<ExecutionContext, 'teardown'>

/**
 * The app gives up sooner, so that a page of 503 is there in time; a test waits for a machine that is busy with others.
 */
export const patience = 12

export interface FreshDatabase {
  /** As the service is connected: the role that may not change the schema or the audit. */
  readonly db: Db
  /** As the owner is connected: for travelling in time and for looking behind the scenes. */
  readonly owner: Db
  readonly ownerUrl: string
}

/** A database of the test's own, copied from a migrated template in some twenty milliseconds. */
export async function freshDatabase(t: Lifetime, template: Template = 'template_empty'): Promise<FreshDatabase> {
  const server = await serverForTests()
  const name = `t_${randomUUID().replaceAll('-', '')}`
  const ownerUrl = `${server}/${name}`
  await onServer(server, `create database ${name} template ${template} strategy file_copy`)
  const db = openDatabase({ url: ownerUrl, role: serviceRole, patience })
  const owner = openDatabase({ url: ownerUrl, size: 2, patience })
  t.teardown(async () => {
    await Promise.all([db.destroy(), owner.destroy()])
    await onServer(server, `drop database if exists ${name} with (force)`)
  })
  return { db, owner, ownerUrl }
}

/** `npm test` starts one for all files; a file that is run by itself has its own. */
export async function serverForTests(): Promise<string> {
  started ??= process.env['TEST_DATABASE_SERVER'] ?? startThrowaway().then(({ server }) => server)
  return await started
}

export { onServer }

let started: string | Promise<string> | undefined
