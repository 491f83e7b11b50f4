import type { Text } from '../text/text.js'

/** What was just done, when the address says so; anything else there says nothing. */
export function whatWasDone(text: Text, done: unknown): string | undefined {
  if (done === 'utloggning') return text.ownAccount.endedOne
  if (done === 'sprak') return text.ownAccount.languageChosen
  if (done === 'fragat') return text.administration.requests.sent
  if (done === 'atertaget') return text.administration.requests.withdrawn
  return undefined
}
