import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { CannotStart } from '../config.js'

/** The master secret that is kept in the data directory, made at the first start. Two starts at once agree on one. */
export async function keptSecret(dataDirectory: string): Promise<string> {
  const file = path.join(dataDirectory, 'secret')
  try {
    await mkdir(dataDirectory, { recursive: true })
    const known = await readFile(file, 'utf8').catch(unlessMissing)
    if (known !== undefined) return known.trim()
    const draft = `${file}.${randomBytes(4).toString('hex')}`
    await writeFile(draft, randomBytes(32).toString('base64url'), { mode: 0o600 })
    await link(draft, file).catch(() => undefined)
    await rm(draft)
    return (await readFile(file, 'utf8')).trim()
  } catch (cause) {
    throw new CannotStart(`The secret in ${file} can be neither read nor made: set DATA_DIR or PORTVAKT_SECRET.`, {
      cause,
    })
  }
}

const unlessMissing = (error: NodeJS.ErrnoException) => {
  if (error.code === 'ENOENT') return undefined
  throw error
}
