import { link, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isEmailAddress } from './address.js'
import type { Mail } from './mail-job.js'
import { Undeliverable, type MailTransport } from './transport.js'
import { uuid } from '../database/uuid.js'

/** A mail that went nowhere but into a folder of ours. */
export interface KeptMail extends Mail {
  readonly id: string
  readonly keptAt: Date
}

/** Keeps mails as files, one by Message-ID: sending one again changes nothing. For the demo, where nobody is mailed. */
export function folderTransport(folder: string): MailTransport {
  return {
    send: async (mail, messageId) => {
      const id = idIn(messageId)
      if (id === undefined) throw new Undeliverable('bad-message-id')
      if (!isEmailAddress(mail.to)) throw new Undeliverable('bad-address')
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const half = join(folder, `${id}.half`)
      await writeFile(half, JSON.stringify(mail), { mode: 0o600 })
      // A link appears whole or not at all, and never takes another's place.
      await link(half, fileOf(folder, id)).catch(unlessThere)
      await rm(half, { force: true })
      return 'sent'
    },
    close: () => undefined,
  }
}

/** Newest first. A folder that nobody has written to yet is empty. */
export async function keptMails(folder: string): Promise<readonly KeptMail[]> {
  const names = await readdir(folder).catch(() => [])
  const ids = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length))
  const mails = await Promise.all(ids.map(async (id) => await keptMail(folder, id)))
  return mails
    .filter((mail) => mail !== undefined)
    .toSorted((one, other) => other.keptAt.getTime() - one.keptAt.getTime() || one.id.localeCompare(other.id))
}

/** Undefined when there is none, and for whatever is not an id of ours. */
export async function keptMail(folder: string, id: string): Promise<KeptMail | undefined> {
  if (!uuid.test(id)) return undefined
  const file = fileOf(folder, id)
  const written = await stat(file).catch(() => undefined)
  if (written === undefined) return undefined
  return { ...(JSON.parse(await readFile(file, 'utf8')) as Mail), id, keptAt: written.mtime }
}

const fileOf = (folder: string, id: string) => join(folder, `${id}.json`)
const idIn = (messageId: string) => [messageId.replace(/^</, '').split('@')[0] ?? ''].find((id) => uuid.test(id))

const unlessThere = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EEXIST') throw error
}
