import type { Db } from '../../database/database.js'
import { selectOffered, selectRequests } from './permission-requests.queries.js'
import type { Answer, PermissionRequest } from './request.js'
import { uuidInAnyCase } from '../../database/uuid.js'

export async function findRequest(db: Db, id: string): Promise<PermissionRequest | undefined> {
  if (!uuidInAnyCase.test(id)) return undefined
  const [row] = await selectRequests(db, { id })
  return row && requestFrom(row)
}

/** What somebody has asked for, what is open first. */
export async function requestsBy(db: Db, accountId: string): Promise<readonly PermissionRequest[]> {
  return (await selectRequests(db, { accountId })).map((row) => requestFrom(row))
}

/** What has been asked for at these organisations, what is open first. */
export async function requestsAt(db: Db, organisationIds: readonly string[]): Promise<readonly PermissionRequest[]> {
  return (await selectRequests(db, { organisationIds })).map((row) => requestFrom(row))
}

export interface Offered {
  readonly code: string
  readonly sv: string
  readonly en: string
  /** Whether the organisation's own administrator gives it (rule 1); else an officer does. */
  readonly isLocal: boolean
  /** Whether the account may do it already, without a last day. */
  readonly isHeld: boolean
}

/** What can be reported for the organisation, and who gives it; nothing for one that is closed. */
export async function offeredAt(
  db: Db,
  to: { readonly accountId: string; readonly organisationId: string },
): Promise<readonly Offered[]> {
  return await selectOffered(db, to)
}

const requestFrom = (row: Awaited<ReturnType<typeof selectRequests>>[number]): PermissionRequest => ({
  id: row.id,
  accountId: row.accountId,
  name: row.name ?? undefined,
  email: row.email ?? undefined,
  organisation: { id: row.organisationId, name: row.organisation },
  service: { code: row.code, sv: row.sv, en: row.en },
  words: row.words,
  askedAt: row.askedAt,
  answer: answerFrom(row),
})

const answerFrom = (row: Awaited<ReturnType<typeof selectRequests>>[number]): Answer | undefined =>
  row.answer === null || row.answeredAt === null
    ? undefined
    : { kind: row.answer, at: row.answeredAt, by: row.answeredBy ?? undefined, reason: row.reason ?? undefined }
