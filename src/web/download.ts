import type { Ctx } from './context.js'

export interface Download {
  /** With its ending; letters, digits and hyphens. */
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

/**
 * Hands over a file to be saved, never to be shown here: whatever is in it, it runs nowhere with our address
 * (security.md R-78). That its type is not guessed is said on every answer.
 */
export function download(ctx: Ctx, { name, type, bytes }: Download): void {
  ctx.attachment(name)
  ctx.set('Content-Security-Policy', "default-src 'none'; sandbox")
  ctx.status = 200
  ctx.type = type
  ctx.body = Buffer.from(bytes)
}
