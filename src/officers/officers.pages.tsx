import type { VNode } from 'preact'
import { Frame, type Area } from '../../views/officers/frame.js'
import { isOfficer } from '../accounts/officers/make-officer.js'
import type { Db } from '../database/database.js'
import type { Ctx } from '../web/context.js'
import { show, type Page } from '../web/page.js'
import { NotAnOfficer } from '../web/refusals.js'
import { signedIn } from '../web/signed-in.js'

/** Whoever works at `/handlaggning`. */
export interface Officer {
  readonly accountId: string
}

/**
 * The one guard in front of every route of the agency's tool.
 * @throws NotSignedIn when nobody is: the reader is led to sign in, and then back
 * @throws NotAnOfficer when the one who is works for no agency today
 */
export async function officer(ctx: Ctx, db: Db): Promise<Officer> {
  const who = await signedIn(ctx)
  if (!(await isOfficer(db, who.accountId))) throw new NotAnOfficer('no officer today')
  return { accountId: who.accountId }
}

export interface ToolPage extends Page {
  /** The part of the tool that the page belongs to. */
  readonly area: Area
}

/** Answers with a page of the tool: its parts at the top, and the page. */
export function showTool(ctx: Ctx, page: ToolPage, content: VNode): void {
  show(
    ctx,
    page,
    <Frame text={ctx.state.text} area={page.area}>
      {content}
    </Frame>,
  )
}
