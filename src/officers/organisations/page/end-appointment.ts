import type { Trx } from '../../../database/database.js'
import { enqueueMail } from '../../../delivery/enqueue-mail.js'
import { endAppointment } from '../../../organisations/end-appointments.js'
import type { Origin } from '../../../context/origin.js'

export type EndedByOfficer = { readonly kind: 'ended' } | { readonly kind: 'ended-meanwhile' }

/** An officer ends an appointment (rule 3): it is nobody's from the next request, and the person is told. */
export async function endAppointmentAndTell(
  trx: Trx,
  input: { readonly appointmentId: string; readonly by: string; readonly from: Origin },
): Promise<EndedByOfficer> {
  const ended = await endAppointment(trx, input)
  for (const { accountId, organisationId } of ended) {
    await enqueueMail(trx, { kind: 'appointment-ended', accountId, organisationId })
  }
  return { kind: ended.length > 0 ? 'ended' : 'ended-meanwhile' }
}
