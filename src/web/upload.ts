import { createHash } from 'node:crypto'
import { getRawBody } from 'raw-body'
import { isFormTokenOf } from './browser.js'
import type { Ctx } from './context.js'
import type { Form } from './form.js'
import { BadInput, StaleForm } from './refusals.js'
import { tokenAndKey } from './sent-forms/form-keys.js'

/** 1 MiB for the file, and room for what surrounds it (security.md 1.3, “admin import”). */
const fileBytesAtMost = 1024 * 1024
const surroundingBytes = 16 * 1024

export type Uploaded =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'none' }
  | { readonly kind: 'too-large' }

/**
 * Reads a form that holds one file and nothing else.
 * @throws BadInput when it is no such form, or has anything more or less than its token and one file
 * @throws StaleForm when its token is not this browser's
 */
export async function readUpload(ctx: Ctx, name: string): Promise<Uploaded> {
  const asked = { fields: [], file: name, fileBytesAtMost, bodyBytesAtMost: fileBytesAtMost + surroundingBytes }
  return (await readFormWithFile(ctx, asked)).uploaded
}

export interface FormAsked<Name extends string> {
  readonly fields: readonly Name[]
  readonly file: string
  readonly fileBytesAtMost: number
  /** With room for a file that is somewhat too large, so that what was typed beside it is not lost. */
  readonly bodyBytesAtMost: number
}

export interface FormWithFile<Name extends string> {
  /** Undefined when so much came that none of it was taken in. */
  readonly form: Form<Name> | undefined
  readonly uploaded: Uploaded
}

/**
 * Reads a form with exactly the named fields, each once, and one file. Neither the file's name nor its said type is
 * handed on: both are the sender's words. What is larger than a body may be is not taken in, so its form token is not
 * seen either; nothing comes of it.
 * @throws BadInput when it is no such form
 * @throws StaleForm when its token is not this browser's
 */
export async function readFormWithFile<Name extends string>(
  ctx: Ctx,
  asked: FormAsked<Name>,
): Promise<FormWithFile<Name>> {
  if (ctx.request.is('multipart/form-data') === false) throw new BadInput('not a form with a file')
  const body = await getRawBody(ctx.req, { limit: asked.bodyBytesAtMost }).catch((cause: unknown) => {
    // What is still on its way is let by unread: a browser that is not done sending reads no answer.
    ctx.req.resume()
    if (isTooLarge(cause)) return undefined
    throw new BadInput('the form could not be read', { cause })
  })
  if (body === undefined) return { form: undefined, uploaded: { kind: 'too-large' } }
  const parts = await partsOf(body, ctx.get('content-type'))
  const known = new Set<string>([...asked.fields, asked.file, 'token'])
  for (const name of parts.keys()) {
    // A token that came as a file is judged as a token: it is none of ours.
    const isAsAsked = name === 'token' || parts.get(name) instanceof File === (name === asked.file)
    if (!known.has(name) || parts.getAll(name).length > 1 || !isAsAsked) {
      throw new BadInput('other parts than our form has')
    }
  }
  if (!isFormTokenOf(ctx, wordsIn(parts, 'token'))) throw new StaleForm('the form token')
  await ctx.state.formIsRead?.({ key: tokenAndKey(wordsIn(parts, 'token')).key, contents: await contentsOf(parts) })
  const form = Object.fromEntries(asked.fields.map((name) => [name, wordsIn(parts, name)])) as Form<Name>
  return { form, uploaded: await fileIn(parts, asked) }
}

/** All parts but the token; a file by what is in it. */
const contentsOf = async (parts: FormData): Promise<Buffer> => {
  const hash = createHash('sha256')
  for (const [name, part] of parts) {
    if (name === 'token') continue
    const bytes = part instanceof File ? await part.bytes() : Buffer.from(part)
    hash.update(JSON.stringify([name, part instanceof File, bytes.length])).update(bytes)
  }
  return hash.digest()
}

const wordsIn = (parts: FormData, name: string): string => {
  const part = parts.get(name)
  return typeof part === 'string' ? part : ''
}

const fileIn = async (
  parts: FormData,
  { file: name, fileBytesAtMost: atMost }: Pick<FormAsked<string>, 'file' | 'fileBytesAtMost'>,
): Promise<Uploaded> => {
  const file = parts.get(name)
  if (!(file instanceof File)) throw new BadInput('no file')
  // A browser sends a file without name and bytes when none was chosen.
  if (file.size === 0 && file.name === '') return { kind: 'none' }
  if (file.size > atMost) return { kind: 'too-large' }
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
