import { SignedOut } from '../../../views/login/signed-out.js'
import type { Ctx } from '../../web/context.js'
import { show } from '../../web/page.js'
import { signInAt } from '../../web/signed-in.js'
import { whySignedOut } from './presence.messages.js'

export interface Over {
  /** As the address says it. */
  readonly reason: unknown
  /** The page that they sat at. */
  readonly returnTo: string
}

export function showSignedOut(ctx: Ctx, { reason, returnTo }: Over): void {
  const { text } = ctx.state
  const why = whySignedOut(text, reason)
  show(
    ctx,
    { title: text.oidc.signedOutTitle, scripts: ['signed-out.js', ...(why === undefined ? [] : ['go-on.js'])] },
    <SignedOut text={text} {...(why !== undefined && { why, again: signInAt(returnTo) })} />,
  )
}
