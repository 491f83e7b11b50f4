import { agency as ours } from '../../../config/agency.js'

/** Whom people can call, as the agency has told in its settings. */
export const agency = {
  name: ours.name.sv,
  address: ours.address.join(', '),
  telephone: 'Partnertelefonen',
  number: ours.telephone.written,
  dialled: ours.telephone.dialled,
  hours: `vardagar kl. ${ours.hours.opens}–${ours.hours.closes}`,
  responsible: 'ansvarig',
} as const
