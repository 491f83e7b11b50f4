import { chmod, mkdtemp, statfs } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

const memoryDisk = '/dev/shm'
/** What the databases of a whole run take at most, with room for the rest of the machine. */
const enoughBytes = 2 * 1024 ** 3

/**
 * Makes a folder that the database's user can reach, on a disk in memory where the machine has one with room: a copied
 * database costs 20 ms there, and up to a second on a slow disk that others write to.
 */
export async function makeTemporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join((await hasRoom()) ? memoryDisk : os.tmpdir(), 'portvakt-test-'))
  // mkdtemp lets nobody else through, and the server may run as another user.
  await chmod(folder, 0o711)
  return folder
}

const hasRoom = async (): Promise<boolean> =>
  await statfs(memoryDisk).then(
    ({ bavail, bsize }) => bavail * bsize >= enoughBytes,
    () => false,
  )
