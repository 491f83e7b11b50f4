export const frame = {
  areas: 'Permission administration',
  start: 'Start',
  people: 'People',
  add: 'Add a user',
  bulk: 'Add several',
  organisations: 'Schools and municipalities',
  helpPanel: 'Help on this page',
  handbook: 'Read more in the handbook',
  notAppointedTitle: 'You are not a permission administrator',
  notAppointed:
    'This page is for those whom the head of a school or the director of a municipal department has appointed as permission administrator. If you were appointed recently, it may take a while until we have registered it.',
} as const
