import type { Db, Trx } from '../../database/database.js'
import { fromWithin, type Origin } from '../../context/origin.js'
import { record } from '../record.js'
import {
  insertWalk,
  selectChainFound,
  selectLatestWalks,
  selectWalk,
  takeUpStandingWalk,
  updateWalk,
  type WalkRow,
} from './audit-chain.queries.js'
import { whereItBegins, walkOn } from './verify.js'
import type { Log } from '../../log.js'

/**
 * A walk along the whole chain, each night and whenever an officer asks. It is too long for a request, so the worker
 * walks, some of the way at a time; how far it has come is a row, and whoever goes on from there goes on from its hash.
 */
const batch = 5_000
const batchesAtOnce = 20

export interface BeginWalk {
  readonly by: string
  readonly from: Origin
}

export type BegunWalk =
  | { readonly kind: 'begun'; readonly verificationId: string }
  | { readonly kind: 'under-way-already' }

export async function beginWalk(trx: Trx, { by, from }: BeginWalk): Promise<BegunWalk> {
  const id = await begin(trx, { by, from })
  return id === undefined ? { kind: 'under-way-already' } : { kind: 'begun', verificationId: id }
}

/** The walk of the night, when it is night and it has not been: its id for one caller, undefined for all others. */
export async function beginNightlyWalk(trx: Trx): Promise<string | undefined> {
  return await begin(trx, { by: null, from: fromWithin('night') })
}

const begin = async (trx: Trx, { by, from }: { readonly by: string | null; readonly from: Origin }) => {
  const { address: source, requestId } = from
  const begins = await whereItBegins(trx)
  const after = { seq: begins.seq.toString(), hash: begins.hash }
  return (await insertWalk(trx, { by, source, requestId, after }))?.id
}

/** What is known of the chain: the walk under way, and the last that came to an end. */
export interface ChainKnown {
  readonly underWay: WalkRow | undefined
  readonly finished: WalkRow | undefined
}

export async function chainKnown(db: Db): Promise<ChainKnown> {
  return await selectLatestWalks(db)
}

/** How the chain was when it was last walked to the end, and how long ago that was; undefined before the first time. */
export async function chainFound(db: Db): Promise<Awaited<ReturnType<typeof selectChainFound>>> {
  return await selectChainFound(db)
}

/** The walk that has stood still for an hour, since its worker is gone: its id for one caller, who has it gone on with. */
export async function standingWalk(trx: Trx): Promise<string | undefined> {
  return await takeUpStandingWalk(trx)
}

/** Some of the way. It may be called again after any part of it, and beside itself. A break is told the log too. */
export async function goOn(
  db: Db,
  { verificationId }: { readonly verificationId: string },
  log: Log,
): Promise<'done' | 'more'> {
  for (let turn = 0; turn < batchesAtOnce; turn += 1) {
    const walk = await selectWalk(db, verificationId)
    if (walk === undefined || walk.finishedAt !== null) return 'done'
    if ((await takeStep(db, walk, log)) === 'done') return 'done'
  }
  return 'more'
}

const takeStep = async (db: Db, walk: WalkRow, log: Log): Promise<'done' | 'more'> => {
  const begins = await whereItBegins(db)
  const stood = { seq: BigInt(walk.walkedTo), hash: walk.walkedHash }
  // A period that was closed meanwhile has been walked as far as it is still there.
  const from = begins.seq > stood.seq ? begins : stood
  const left = BigInt(walk.upTo) - from.seq
  const walked = await walkOn(db, from, left < BigInt(batch) ? Number(left) : batch)
  const isThere = walked.at.seq >= BigInt(walk.upTo)
  const cutOff = { at: (walked.at.seq + 1n).toString(), why: 'cut-off' } as const
  const notTold = { at: (begins.seq + 1n).toString(), why: 'missing' } as const
  const found = (begins.isTold ? undefined : notTold) ?? walked.found ?? (walked.isEnd && !isThere ? cutOff : undefined)
  const isFinished = isThere || found !== undefined
  const isTold = await db.transaction().execute(async (trx) => {
    const step = { id: walk.id, from: walk.walkedTo, to: walked.at.seq.toString(), hash: walked.at.hash }
    const isMine = await updateWalk(trx, { ...step, found, isFinished })
    if (!isMine || !isFinished) return false
    await record(trx, fromWithin('chore'), {
      kind: 'audit-verified',
      result: found === undefined ? 'done' : 'refused',
      by: walk.askedBy ?? undefined,
      details:
        found === undefined
          ? { state: 'whole', from: walk.firstSeq, upTo: walk.upTo }
          : { state: 'broken', from: walk.firstSeq, brokenAt: found.at, why: found.why },
    })
    return found !== undefined
  })
  if (isTold) log.error({ brokenAt: found?.at, why: found?.why }, 'the chain of audit events is broken')
  return isFinished ? 'done' : 'more'
}
