import { kinds } from './audit/kinds.js'

export const audit = {
  kinds,
  aPermission: 'a permission',
  anOrganisation: 'an organisation',
  from: (day: string) => `from ${day}`,
  fromTo: (day: string, last: string) => `from ${day} to ${last} inclusive`,
} as const
