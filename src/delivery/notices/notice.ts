import type { Db } from '../../database/database.js'
import type { AppContext } from '../../context/app-context.js'
import { uuid } from '../../database/uuid.js'

/**
 * An intention to tell a relying service that a session of its own has lost the ground it rests on. What is sent is made
 * and signed when it is sent; a notice in the queue holds no secret.
 */
export interface LogoutNotice {
  readonly clientId: string
  readonly accountId: string
  /** What the service knows the session by. */
  readonly sid: string
}

export type ToldService =
  | { readonly kind: 'told' }
  /** It is registered no longer, or does not want to be told. */
  | { readonly kind: 'nobody' }
  /** Tried again. The reason holds nothing that the service wrote. */
  | { readonly kind: 'later'; readonly reason: string }

/** Tells one service once. The app hands it to delivery, which knows no other module. */
export type TellsService = (db: Db, context: AppContext, notice: LogoutNotice) => Promise<ToldService>

/** Reads what lies in the queue. Undefined when it is no notice of ours: a corrupt one is set aside, alone. */
export function noticeOf(payload: unknown): LogoutNotice | undefined {
  if (typeof payload !== 'object' || payload === null) return undefined
  const found = new Map<string, unknown>(Object.entries(payload))
  const isWhole = Object.entries(forms).every(([name, form]) => form.test(String(found.get(name))))
  return isWhole ? (payload as LogoutNotice) : undefined
}

const forms = {
  clientId: /^[a-z0-9-]{3,64}$/,
  accountId: uuid,
  sid: /^[\w-]{1,200}$/,
} satisfies { readonly [Field in keyof LogoutNotice]: RegExp }
