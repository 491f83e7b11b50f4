import { getRawBody } from 'raw-body'
import { isFormTokenOf } from './browser.js'
import type { Ctx } from './context.js'
import { BadInput, StaleForm } from './refusals.js'

/** 1 MiB for the file, and room for what surrounds it (security.md 1.3, “admin import”). */
const fileBytesAtMost = 1024 * 1024
const bodyBytesAtMost = fileBytesAtMost + 16 * 1024

export type Uploaded =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'none' }
  | { readonly kind: 'too-large' }

/**
 * Reads a form that holds one file and nothing else. Neither the file's name nor its said type is handed on: both are
 * the sender's words. What is larger is not taken in, so its form token is not seen either; nothing comes of it.
 * @throws BadInput when it is no such form, or has anything more or less than its token and one file
 * @throws StaleForm when its token is not this browser's
 */
export async function readUpload(ctx: Ctx, name: string): Promise<Uploaded> {
  if (ctx.request.is('multipart/form-data') === false) throw new BadInput('not a form with a file')
  const body = await getRawBody(ctx.req, { limit: bodyBytesAtMost }).catch((cause: unknown) => {
    // What is still on its way is let by unread: a browser that is not done sending reads no answer.
    ctx.req.resume()
    if (isTooLarge(cause)) return undefined
    throw new BadInput('the form could not be read', { cause })
  })
  if (body === undefined) return { kind: 'too-large' }
  const form = await partsOf(body, ctx.get('content-type'))
  const token = form.getAll('token')
  const files = form.getAll(name)
  const [file] = files
  const isOurs = [...form.keys()].every((part) => part === 'token' || part === name)
  if (!isOurs || token.length > 1 || files.length > 1) throw new BadInput('other parts than our form has')
  if (typeof token[0] !== 'string' || !isFormTokenOf(ctx, token[0])) throw new StaleForm('the form token')
  if (!(file instanceof File)) throw new BadInput('no file')
  // A browser sends a file without name and bytes when none was chosen.
  if (file.size === 0 && file.name === '') return { kind: 'none' }
  if (file.size > fileBytesAtMost) return { kind: 'too-large' }
  return { kind: 'file', bytes: await file.bytes() }
}

/** Node's own reader of forms; all of the body is in memory, and there is little of it. */
const partsOf = async (body: Uint8Array, type: string): Promise<FormData> =>
  await new Response(Uint8Array.from(body), { headers: { 'content-type': type } })
    .formData()
    .catch((cause: unknown) => {
      throw new BadInput('the form could not be read', { cause })
    })

const isTooLarge = (error: unknown) =>
  typeof error === 'object' && error !== null && 'type' in error && error.type === 'entity.too.large'
