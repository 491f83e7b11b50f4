import type { VNode } from 'preact'
import { Frame, type Area } from '../../views/administration/frame.js'
import type { Db } from '../database/database.js'
import type { Ctx } from '../web/context.js'
import { show, type Page } from '../web/page.js'
import { NotAppointed } from '../web/refusals.js'
import { signedIn } from '../web/signed-in.js'
import { findAdministrator, type Administrator } from './administrator.js'

/**
 * The one guard in front of every route of the permission administration.
 * @throws NotSignedIn when nobody is: the reader is led to sign in, and then back
 * @throws NotAppointed when the one who is administers nothing today
 */
export async function administrator(ctx: Ctx, db: Db): Promise<Administrator> {
  const { accountId } = await signedIn(ctx)
  const found = await findAdministrator(db, accountId)
  if (found === undefined) throw new NotAppointed('administers nothing today')
  return found
}

export interface ToolPage extends Page {
  /** The part of the tool that the page belongs to. */
  readonly area: Area
  /** What the page is for and how it is used, in a few sentences, for its help panel. */
  readonly help: readonly string[]
}

/** Answers with a page of the tool: its parts at the top, the page, and help at hand. */
export function showTool(ctx: Ctx, page: ToolPage, content: VNode): void {
  const { text } = ctx.state
  show(
    ctx,
    page,
    <Frame text={text} area={page.area} help={page.help}>
      {content}
    </Frame>,
  )
}
