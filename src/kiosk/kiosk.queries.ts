import { sql, type SqlBool } from 'kysely'
import type { Db, Trx } from '../database/database.js'
import type { Proof, Visit } from './kiosk.js'

const now = sql<Date>`portvakt_now()`
const inMinutes = (minutes: number) => sql<Date>`portvakt_now() + make_interval(mins => ${minutes})`

export interface NewVisit {
  readonly idHash: Buffer
  readonly step: 'enter-code' | 'choose-password'
  readonly nameKey: Buffer
  readonly accountId?: string
  readonly codeId?: string
  readonly proof?: Proof
  readonly interactionUid: string | undefined
  readonly minutes: number
}

export async function insertVisit(trx: Trx, visit: NewVisit): Promise<void> {
  await trx
    .insertInto('kiosk_visit')
    .values({
      id_hash: visit.idHash,
      step: visit.step,
      name_key: visit.nameKey,
      account_id: visit.accountId ?? null,
      code_id: visit.codeId ?? null,
      proof: visit.proof ?? null,
      interaction_uid: visit.interactionUid ?? null,
      expires_at: inMinutes(visit.minutes),
    })
    .execute()
}

/** The visit of this browser, as long as it lasts. */
export async function findVisit(db: Db, idHash: Buffer): Promise<Visit | undefined> {
  const row = await db
    .selectFrom('kiosk_visit')
    .where('id_hash', '=', idHash)
    .where('expires_at', '>', now)
    .selectAll()
    .executeTakeFirst()
  if (row === undefined) return undefined
  const visited = { idHash: row.id_hash, interactionUid: row.interaction_uid ?? undefined }
  const codeId = row.code_id ?? undefined
  if (row.step === 'done') return { ...visited, step: 'done' }
  if (row.step === 'enter-code') return { ...visited, step: 'enter-code', nameKey: row.name_key, codeId }
  if (row.account_id === null || row.proof === null) return undefined
  return { ...visited, step: 'choose-password', accountId: row.account_id, proof: row.proof, codeId }
}

/** Holds a visit until the end of the transaction. False when it is not at this step any more. */
export async function holdVisit(trx: Trx, input: { idHash: Buffer; step: Visit['step'] }): Promise<boolean> {
  const row = await trx
    .selectFrom('kiosk_visit')
    .where('id_hash', '=', input.idHash)
    .where('step', '=', input.step)
    .where('expires_at', '>', now)
    .select('id_hash')
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

export interface Advance {
  readonly from: Buffer
  readonly to: Buffer
  readonly accountId: string
  readonly minutes: number
}

/** The right code was typed: the visit goes on under a new name, and the old name leads nowhere. */
export async function advanceVisit(trx: Trx, { from, to, accountId, minutes }: Advance): Promise<void> {
  await trx
    .updateTable('kiosk_visit')
    .set({
      id_hash: to,
      step: 'choose-password',
      account_id: accountId,
      proof: 'reset',
      opened_at: now,
      expires_at: inMinutes(minutes),
    })
    .where('id_hash', '=', from)
    .execute()
}

/**
 * Holds all visits in which one person may choose a password, in whatever browsers, always in the same order.
 * False when this one is no longer among them: somebody was first, or all that was proved for the account before a
 * moment has ended since, as its sessions have.
 */
export async function holdVisits(trx: Trx, input: { idHash: Buffer; accountId: string }): Promise<boolean> {
  const held = await trx
    .selectFrom('kiosk_visit')
    .where('account_id', '=', input.accountId)
    .where('step', '=', 'choose-password')
    .where('expires_at', '>', now)
    .where(
      sql<SqlBool>`not exists (select from sessions_ended ended
        where ended.account_id = kiosk_visit.account_id and ended.at >= kiosk_visit.opened_at)`,
    )
    .orderBy('id_hash')
    .select('id_hash')
    .forUpdate()
    .execute()
  return held.some((visit) => visit.id_hash.equals(input.idHash))
}

/** This visit is done, and the person's others are closed. Tells the moment. */
export async function finishVisit(trx: Trx, input: { idHash: Buffer; accountId: string }): Promise<Date> {
  await trx
    .deleteFrom('kiosk_visit')
    .where('account_id', '=', input.accountId)
    .where('step', '=', 'choose-password')
    .where('id_hash', '<>', input.idHash)
    .execute()
  const { at } = await trx
    .updateTable('kiosk_visit')
    .set({ step: 'done', code_id: null })
    .where('id_hash', '=', input.idHash)
    .returning(now.as('at'))
    .executeTakeFirstOrThrow()
  return at
}

/** A visit that somebody left, or that a new one in the same browser takes the place of. */
export async function deleteVisit(db: Db, idHash: Buffer): Promise<void> {
  await db.deleteFrom('kiosk_visit').where('id_hash', '=', idHash).execute()
}

export async function deleteEveryVisit(trx: Trx): Promise<void> {
  await trx.deleteFrom('kiosk_visit').execute()
}

export async function deleteOld(db: Db, atMost: number): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('kiosk_visit')
    .where('id_hash', 'in', (old) =>
      old
        .selectFrom('kiosk_visit')
        .where('expires_at', '<', now)
        .select('id_hash')
        .limit(atMost)
        .forUpdate()
        .skipLocked(),
    )
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
