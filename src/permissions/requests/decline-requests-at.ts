import type { AuditEvent } from '../../audit/event.js'
import type { Trx } from '../../database/database.js'
import { enqueueMails } from '../../delivery/enqueue-mail.js'
import type { Language } from '../../text/text.js'
import { markDeclinedAt } from './permission-requests.queries.js'

/** Nobody is left to answer at an organisation that has closed: its open requests are declined, and who asked is told why. */
export async function declineRequestsAt(
  trx: Trx,
  input: { readonly organisationId: string; readonly by: string; readonly reasons: Readonly<Record<Language, string>> },
): Promise<readonly AuditEvent[]> {
  const { organisationId: organisation, by } = input
  const answered = await markDeclinedAt(trx, input)
  const declined = answered.filter(({ answer }) => answer === 'declined')
  await enqueueMails(
    trx,
    declined.map(({ id }) => ({ kind: 'permission-declined', id })),
  )
  return answered.map(({ id: request, accountId: about, service, answer }) => {
    const kind = answer === 'declined' ? 'permission-request-answered' : 'permission-request-withdrawn'
    return { kind, by, about, organisation, details: { request, service, answer } }
  })
}
