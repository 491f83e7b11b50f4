import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { isIP } from 'node:net'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Db } from '../../database/database.js'
import { digest } from '../../context/keys.js'
import { sourcesOf } from '../../values/network.js'
import type { Ctx } from '../context.js'
import { goTo } from '../page.js'
import { deleteOldAnswers, findAnswer, insertAnswer } from './kept-answers.queries.js'

/**
 * A form that is refused leads by 303 to a page of its own that shows the mistakes, so that Back, reload and a restored
 * tab send nothing again (docs/decisions/0010). The page is kept as it was made, for a while, for this browser and this
 * session only. What cannot be kept is answered at once, and so is a script, which follows no history. It stands outside
 * the one catch of the program, since a form that is one too many is refused there.
 */
export function refusedFormKeeper(db: Db) {
  return async (ctx: Ctx, next: () => Promise<unknown>): Promise<void> => {
    await next()
    if (!isRefusedForm(ctx)) return
    try {
      await keep(db, ctx, String(ctx.body))
    } catch (error) {
      // The answer is there already, and what it is about may have been counted: it is not lost for want of an address.
      ctx.state.log.warn({ err: error }, 'a refused form is answered without a page of its own')
    }
  }
}

/** The page that a refused form led to, as often as it is opened. */
export function keptAnswers(db: Db) {
  return async (ctx: Ctx, next: () => Promise<unknown>): Promise<void> => {
    const name = ctx.query[parameter]
    if (ctx.method === 'GET' && typeof name === 'string') await showKept(db, ctx, name)
    else await next()
  }
}

/** Forgets all that are too old to be shown, a batch at a time; how many they were. */
export async function sweepAnswers(db: Db, batch = 1_000): Promise<number> {
  let swept = 0
  for (;;) {
    const gone = await deleteOldAnswers(db, batch)
    swept += gone
    if (gone < batch) return swept
  }
}

/** In the address of a page that answers a form. */
const parameter = 'svar'
const room = { inAll: 20_000, ofSession: 200, ofSource: 2_000 }
/** A guesser at a limit gets one for each guess: they leave room for the mistakes of others. */
const roomOfLimited = { inAll: 5_000, ofSession: 50, ofSource: 500 }
const bytesAtMost = 512 * 1024

const isRefusedForm = (ctx: Ctx): boolean => {
  const mode = ctx.get('sec-fetch-mode')
  const isPage = ctx.type === 'text/html' && typeof ctx.body === 'string' && ctx.body.length <= bytesAtMost
  return ctx.method === 'POST' && isPage && [409, 422, 429].includes(ctx.status) && /^(?:navigate)?$/.test(mode)
}

interface Page {
  readonly html: string
  readonly policy: string
  readonly nonce: string
  readonly retryAfter?: string
}

const keep = async (db: Db, ctx: Ctx, html: string): Promise<void> => {
  const name = randomBytes(16).toString('base64url')
  const { nonce, signedIn } = ctx.state
  const policy = ctx.response.get('Content-Security-Policy')
  const retryAfter = ctx.response.get('Retry-After')
  const page = await closed(name, JSON.stringify({ html, policy, nonce, retryAfter } satisfies Page))
  const { status } = ctx
  const answer = {
    idHash: digest(name),
    browser: browserOf(ctx),
    sessionUid: signedIn?.uid,
    source: signedIn === undefined ? networkOf(ctx.state.address) : undefined,
    status,
    page,
  }
  if (!(await insertAnswer(db, answer, status === 429 ? roomOfLimited : room))) return
  goTo(ctx, `${withoutName(ctx)}${withoutName(ctx).includes('?') ? '&' : '?'}${parameter}=${name}`)
}

/** What is kept no longer, or is another browser's or session's, leads to the page where the form stands. */
const showKept = async (db: Db, ctx: Ctx, name: string): Promise<void> => {
  const kept = await findAnswer(db, { idHash: digest(name), browser: browserOf(ctx) })
  if (kept === undefined || !(await isTheirs(ctx, kept.sessionUid))) return goTo(ctx, withoutName(ctx))
  const { html, policy, nonce, retryAfter } = JSON.parse(await opened(name, kept.page)) as Page
  ctx.status = kept.status
  ctx.type = 'html'
  if (retryAfter !== undefined) ctx.set('Retry-After', retryAfter)
  ctx.set('Content-Security-Policy', policy.replaceAll(nonce, ctx.state.nonce))
  ctx.body = html.replaceAll(nonce, ctx.state.nonce)
}

const isTheirs = async (ctx: Ctx, sessionUid: string | null): Promise<boolean> => {
  if (sessionUid === null) return true
  return (await ctx.state.whoIsSignedIn({ isActivity: true }))?.uid === sessionUid
}

const browserOf = (ctx: Ctx): Buffer => digest(`kept for ${ctx.state.formToken}`)

const withoutName = (ctx: Ctx): `/${string}` => {
  const query = new URLSearchParams(ctx.querystring)
  query.delete(parameter)
  const path = `/${ctx.path.replace(/^\/+/, '')}` as const
  return query.size === 0 ? path : `${path}?${query.toString()}`
}

const closed = async (name: string, text: string): Promise<Buffer> => {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(name), nonce)
  return Buffer.concat([nonce, cipher.update(await promisify(gzip)(text)), cipher.final(), cipher.getAuthTag()])
}

const opened = async (name: string, page: Buffer): Promise<string> => {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(name), page.subarray(0, 12))
  decipher.setAuthTag(page.subarray(-16))
  const packed = Buffer.concat([decipher.update(page.subarray(12, -16)), decipher.final()])
  return (await promisify(gunzip)(packed)).toString('utf8')
}

/** What one line may have a whole /48 of is one source. */
const networkOf = (address: string) => (isIP(address) === 0 ? undefined : sourcesOf(address).network)

/** Another digest of the name than the one that the row is found by. */
const keyOf = (name: string): Buffer => digest(`page ${name}`)
