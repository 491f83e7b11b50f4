import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import test from 'ava'
import { findPostmaster } from '../../src/database/postmaster.js'
import { temporaryFolder } from '../support/service.js'

test('a number that another process has got meanwhile is not believed, and cleared away', async (t) => {
  const folder = await temporaryFolder(t)
  const file = path.join(folder, 'postmaster.pid')
  await writeFile(file, `${process.pid}\n${folder}\n1\n5432\n`)
  t.is(await findPostmaster(folder), undefined)
  t.false(existsSync(file))
})

test('the file of a dead process is left to PostgreSQL', async (t) => {
  const folder = await temporaryFolder(t)
  const file = path.join(folder, 'postmaster.pid')
  await writeFile(file, `4194303\n${folder}\n1\n5432\n`)
  t.is(await findPostmaster(folder), undefined)
  t.true(existsSync(file))
})
