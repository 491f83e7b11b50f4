import type { VNode } from 'preact'
import { Frame, type Area } from '../../views/officers/frame.js'
import { isOfficer } from '../accounts/officers/make-officer.js'
import type { Db } from '../database/database.js'
import type { Ctx } from '../web/context.js'
import { show, type Page } from '../web/page.js'
import { NotAnOfficer } from '../web/refusals.js'
import { justProved, signedIn, type SignedIn } from '../web/signed-in.js'

/** Whoever works at `/handlaggning`. */
export interface Officer {
  readonly accountId: string
}

/**
 * The one guard in front of every door of the agency's tool.
 * @throws NotSignedIn when nobody is: the reader is led to sign in, and then back
 * @throws NotAnOfficer when the one who is works for no agency today
 */
export async function officer(ctx: Ctx, db: Db): Promise<Officer> {
  return { accountId: (await officerSignedIn(ctx, db)).accountId }
}

/**
 * The guard in front of what an officer does with large consequences (ending or reopening an account, another
 * personnummer, lifting a protection, approving an assurance, a secret, disposal): they have shown who they are within
 * ten minutes (security.md R-54). Ask it at the page with the form and at its post, which names the page to come `back`
 * to: what was posted is not sent again behind their back.
 * @throws NotJustProved when that was too long ago: they sign in again, and come back
 */
export async function officerJustProved(ctx: Ctx, db: Db, back?: string): Promise<Officer> {
  const who = await officerSignedIn(ctx, db)
  justProved(ctx, who, back)
  return { accountId: who.accountId }
}

const officerSignedIn = async (ctx: Ctx, db: Db): Promise<SignedIn> => {
  const who = await signedIn(ctx)
  if (!(await isOfficer(db, who.accountId))) throw new NotAnOfficer('no officer today')
  return who
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
