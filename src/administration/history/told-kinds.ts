import type { AuditKind } from '../../audit/event.js'

/** The kinds of events that are told to administrators, each with a sentence in messages.ts. */
export const toldKinds = [
  'permission-granted',
  'permission-changed',
  'permission-paused',
  'permission-resumed',
  'permission-ended',
  'appointment-started',
  'appointment-ended',
  'account-created',
  'username-letter-ordered',
  'username-letter-posted',
  'username-letter-returned',
  'details-changed',
  'number-shown',
  'username-shown',
  'one-time-password-ordered',
  'password-set',
  'sign-in-locked',
  'account-ending-requested',
  'list-exported',
] as const satisfies readonly AuditKind[]

export type ToldKind = (typeof toldKinds)[number]
