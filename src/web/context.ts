import type Koa from 'koa'
import type { Router } from '@koa/router'
import type { Language, Text } from '../text/text.js'
import type { Log } from '../log.js'

export interface Looking {
  /** False for what a page asks by itself: it keeps no session alive. */
  readonly isActivity: boolean
}

/** Who sits at the browser, as far as our own pages need to know. */
export interface SignedIn {
  readonly accountId: string
  /** Names the session; it opens nothing. */
  readonly uid: string
  readonly signedInAt: Date
  /** Their own name, for the head of their pages. */
  readonly name: string
  readonly isAdministrator: boolean
  readonly isOfficer: boolean
  /** A moment ago; acts with large consequences ask for it anew. */
  readonly isRecentlyAuthenticated: boolean
  /** In seconds: until it ends unless something is done, and whatever is done; with how much left to say so. */
  readonly timeLeft: { readonly idle: number; readonly absolute: number; readonly warning: number }
}

export interface ReadForm {
  /** The form's own; undefined from a page that gives none. */
  readonly key: string | undefined
  /** All that was sent but the token. */
  readonly contents: Buffer
}

/** What every request carries once it has passed the listener. */
export interface State {
  language: Language
  /** When the reader has said it themselves; otherwise it is their browser's, or the asking service's. */
  chosenLanguage: Language | undefined
  text: Text
  /** For the Content-Security-Policy of this one answer. */
  nonce: string
  /** Also in the log line, in the audit events and on the page of an unexpected error. */
  requestId: string
  /** Each line of it carries the request's id. */
  log: Log
  /** The client's address as we believe it, TRUSTED_PROXIES considered. */
  address: string
  /** Goes into every form; readForm refuses a post without it. */
  formToken: string
  /** Those of a form that is taken: one under each master secret that is known. */
  formTokens: readonly string[]
  /** Said when a form has been read, by those who know forms that were sent before (sent-forms). */
  formIsRead?: (read: ReadForm) => Promise<void>
  /** Asked by the routes that are for signed-in people. */
  whoIsSignedIn: (how: Looking) => Promise<SignedIn | undefined>
  /** Whose page this is, once a route that is for signed-in people has asked. */
  signedIn?: SignedIn
}

export type Ctx = Koa.ParameterizedContext<State>
export type Routes = Router<State>
