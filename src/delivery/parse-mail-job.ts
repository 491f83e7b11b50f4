import type { MailJob, MailKind } from './mail-job.js'
import { uuid } from '../database/uuid.js'

/** Reads what lies in the queue. Undefined when it is no mail of ours: a corrupt one is set aside, alone. */
export function parseMailJob(payload: unknown): MailJob | undefined {
  if (typeof payload !== 'object' || payload === null) return undefined
  const found = new Map<string, unknown>(Object.entries(payload))
  const fields = fieldsOf.get(found.get('kind'))
  const isWhole = fields !== undefined && Object.entries(fields).every(([name, form]) => form.test(textOf(found, name)))
  return isWhole ? (payload as MailJob) : undefined
}

const line = /^\P{Cc}{1,200}$/u

type Fields<K extends MailKind> = {
  readonly [Field in Exclude<keyof Extract<MailJob, { kind: K }>, 'kind'>]: RegExp
}

const forms = {
  'one-time-password': { id: uuid },
  'one-time-password-reminder': { id: uuid },
  'password-changed': { accountId: uuid, at: line, proof: line },
  'account-locked': { accountId: uuid, until: line },
  'session-limit': { accountId: uuid, at: line },
  'appointment-started': { accountId: uuid, organisationId: uuid },
  'appointment-ended': { accountId: uuid, organisationId: uuid },
  'organisation-ended': { accountId: uuid, organisationId: uuid, as: /^(?:theirs|receiving)$/ },
  'permissions-changed': { act: uuid, accountId: uuid, as: /^(?:holder|administrator)$/ },
  'permission-asked-for': { id: uuid, accountId: uuid },
  'permission-declined': { id: uuid },
  'account-ended': { accountId: uuid },
  'account-reopened': { accountId: uuid },
  'access-reset': { accountId: uuid },
  'accounts-merged': { accountId: uuid },
  'ending-decided': { id: uuid },
  'email-changed': { id: uuid, to: line },
} satisfies { readonly [K in MailKind]: Fields<K> }

const fieldsOf = new Map<unknown, Readonly<Record<string, RegExp>>>(Object.entries(forms))

const textOf = (found: ReadonlyMap<string, unknown>, name: string): string => {
  const value = found.get(name)
  return typeof value === 'string' ? value : ''
}
