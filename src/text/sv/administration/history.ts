/** The words around what was done; the sentences are the audit's. */
export const history = {
  title: 'Historik',
  none: 'Här finns inget att visa än.',
  older: 'Visa äldre händelser',
  newest: 'Visa de senaste händelserna',
  anOfficer: 'En handläggare',
  somebodyElse: 'Någon annan',
} as const
