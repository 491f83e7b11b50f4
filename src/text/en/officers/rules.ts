/** Who administers what: for each school form, way of reporting and service. */
export const rules = {
  title: 'Who administers what',
  preamble:
    'For each school form, way of reporting and service: whether the school’s own permission administrator gives the permission, or the agency. A school with several school forms gives it itself if any of them says so.',
  by: { local: 'The school or municipality', agency: 'The agency' },
  web: 'on the web',
  file: 'by files',
  of: (service: string, method: string) => `${service}, ${method}`,
  look: 'See what the change means',
  changeTitle: 'Before the change is saved',
  changes: 'What changes',
  change: (form: string, of: string, to: string) => `${form}: ${of} goes over to: ${to}.`,
  effects: 'What this concerns today',
  nothingAffected: 'No schools or municipalities are concerned today.',
  toAgency: (service: string, organisations: string, administrators: string, grants: string) =>
    `${service} goes over to the agency for ${organisations}. ${administrators} can no longer give or end it there. ${grants} hold as before, and are changed by officers.`,
  toLocal: (service: string, organisations: string, administrators: string, grants: string) =>
    `${service} goes over to their own administrators for ${organisations}. ${administrators} can give and end it there. ${grants} hold as before, and are changed by them.`,
  organisations: (count: number) =>
    count === 1 ? 'one school or municipality' : `${count} schools and municipalities`,
  administrators: (count: number) =>
    count === 1 ? 'One permission administrator' : `${count} permission administrators`,
  grants: (count: number) => (count === 1 ? 'One permission' : `${count} permissions`),
  save: 'Save the change',
  cancel: 'Cancel',
  nothingChanged: 'You have not changed anything.',
  done: 'The change is saved, and holds at once.',
  stale:
    'Somebody else has just changed the table. This is how it is now: make your change again if it is still needed.',
} as const
