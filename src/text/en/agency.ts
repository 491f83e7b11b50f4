import { agency as ours } from '../../../config/agency.js'

export const agency = {
  name: ours.name.en,
  address: ours.address.join(', '),
  telephone: 'Partner telephone',
  number: ours.telephone.written,
  dialled: ours.telephone.dialled,
  hours: `weekdays ${ours.hours.opens.replace('.', ':')}–${ours.hours.closes.replace('.', ':')}`,
  responsible: 'responsible',
} as const
