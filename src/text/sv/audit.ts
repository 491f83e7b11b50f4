import { kinds } from './audit/kinds.js'

/** What audit events say, to whoever may read them. */
export const audit = {
  kinds,
  aPermission: 'en behörighet',
  anOrganisation: 'en organisation',
  from: (day: string) => `från ${day}`,
  fromTo: (day: string, last: string) => `från ${day} till och med ${last}`,
} as const
