import type { IncomingMessage } from 'node:http'
import { getRawBody } from 'raw-body'
import type { Ctx, ReadForm } from './context.js'
import { isFormTokenOf } from './browser.js'
import { BadInput, StaleForm } from './refusals.js'
import { tokenAndKey } from './sent-forms/form-keys.js'

/** 64 KiB: no form of ours comes near it. */
const limitBytes = 64 * 1024

/** A posted form: exactly the named fields, each once; one that was not sent is the empty string. */
export type Form<Name extends string> = Readonly<Record<Name, string>>

/** More unknown fields than these no browser's extension adds. */
const passedOverAtMost = 20

/**
 * Reads a form as it was sent, where a browser's extension may have added a field of its own: the sign-in and the kiosk.
 * A few unknown fields are passed over; a known one that is doubled is refused as everywhere.
 */
export async function readOpenForm<Name extends string>(ctx: Ctx, names: readonly Name[]): Promise<Form<Name>> {
  return await read(ctx, names, passedOverAtMost)
}

/**
 * Reads a form as it was sent: nothing trimmed, nothing cut.
 * @throws BadInput when it is too large, not a form, or has a field that is doubled or not among the names
 * @throws StaleForm when its token is not this browser's
 */
export async function readForm<Name extends string>(ctx: Ctx, names: readonly Name[]): Promise<Form<Name>> {
  return await read(ctx, names, 0)
}

const read = async <Name extends string>(
  ctx: Ctx,
  names: readonly Name[],
  unknownAtMost: number,
): Promise<Form<Name>> => {
  if (!isForm(ctx)) throw new BadInput('not a form')
  const sent = new URLSearchParams(await bodyOf(ctx))
  const known = new Set<string>([...names, 'token'])
  let unknown = 0
  for (const name of sent.keys()) {
    const isUnknown = !known.has(name.replace(/\[.*$/, ''))
    if (isUnknown) unknown += 1
    if (isUnknown && unknown <= unknownAtMost) continue
    if (!known.has(name) || sent.getAll(name).length > 1) throw new BadInput(`the field ${JSON.stringify(name)}`)
  }
  if (!isFormTokenOf(ctx, sent.get('token') ?? '')) throw new StaleForm('the form token')
  return Object.fromEntries(names.map((name) => [name, sent.get(name) ?? ''])) as Form<Name>
}

/** What is needed to know a form that is sent twice, before anything is done. Undefined for what is refused later. */
export async function peekForm(ctx: Ctx): Promise<ReadForm | undefined> {
  if (!isForm(ctx)) return undefined
  const sent = new URLSearchParams(await bodyOf(ctx).catch(() => ''))
  const token = sent.get('token') ?? ''
  if (!isFormTokenOf(ctx, token)) return undefined
  sent.delete('token')
  return { key: tokenAndKey(token).key, contents: Buffer.from(sent.toString()) }
}

const isForm = (ctx: Ctx) => ctx.request.is('application/x-www-form-urlencoded') !== false

const bodies = new WeakMap<IncomingMessage, Promise<string>>()

/** Once for each request, however often it is asked for. @throws BadInput */
const bodyOf = async (ctx: Ctx): Promise<string> => {
  const known = bodies.get(ctx.req)
  if (known !== undefined) return await known
  const body = getRawBody(ctx.req, { limit: limitBytes, encoding: 'utf8' }).catch((cause: unknown) => {
    // What is still on its way is let by unread: a browser that is not done sending reads no answer.
    ctx.req.resume()
    throw new BadInput('the form could not be read', { cause })
  })
  bodies.set(ctx.req, body)
  return await body
}
