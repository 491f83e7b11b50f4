import { randomBytes } from 'node:crypto'
import type { Ctx } from '../context.js'

/** The administrators' tool and the officers'. */
export function isOfTool(path: string): boolean {
  return /^\/(?:behorigheter|handlaggning)(?:\/|$)/.test(path)
}

/** Gives each form of a page of the tools a key of its own, behind its token. */
export function withFormKeys(ctx: Ctx, html: string): string {
  const { formToken, signedIn } = ctx.state
  if (signedIn === undefined || !isOfTool(ctx.path)) return html
  return html.replaceAll(`value="${formToken}"`, () => `value="${formToken}.${randomBytes(16).toString('base64url')}"`)
}

/** What a form sends as its token: the token itself, and the form's key where it has one. */
export function tokenAndKey(sent: string): { readonly token: string; readonly key: string | undefined } {
  const [, token, key] = /^([^.]*)\.([\w-]{22})$/.exec(sent) ?? []
  return token === undefined ? { token: sent, key: undefined } : { token, key }
}
