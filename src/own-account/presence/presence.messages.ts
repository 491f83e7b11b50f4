import type { Text } from '../../text/text.js'

/** Why somebody was signed out who did not ask for it, when the address says so; anything else there says nothing. */
export function whySignedOut({ signedIn }: Text, reason: unknown): string | undefined {
  if (reason === 'inaktiv' || reason === 'tid') return `${signedIn.over[reason]} ${signedIn.notSaved}`
  return reason === 'avslutad' ? signedIn.over.avslutad : undefined
}
