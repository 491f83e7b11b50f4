export const start = {
  title: 'Case handling',
  tasks: 'To do',
  nothing: 'Nothing is waiting for you just now.',
  brokenChain: 'The log is not whole: an event has been changed or is missing',
  lettersToPost: (count: number) => (count === 1 ? 'One letter to post' : `${count} letters to post`),
  assurances: (count: number) =>
    count === 1 ? 'One assurance awaits a decision' : `${count} assurances await a decision`,
  endingRequests: (count: number) =>
    count === 1 ? 'One request to end an account' : `${count} requests to end accounts`,
  withoutAdministrator: (count: number) =>
    count === 1
      ? 'One school or municipality has no administrator'
      : `${count} schools and municipalities have no administrator`,
  undelivered: (count: number) =>
    count === 1 ? 'One e-mail could not be delivered' : `${count} e-mails could not be delivered`,
  endingSoon: (count: number) =>
    count === 1 ? 'One appointment ends within 30 days' : `${count} appointments end within 30 days`,

  state: 'The last 30 days',
  charts: {
    'signed-in': 'Sign-ins',
    'sign-in-locked': 'Locked sign-ins',
    'one-time-password-ordered': 'One-time passwords ordered',
  },
  activePermissions: (service: string) => `Active permissions: ${service}`,
  chart: (today: string, most: string, day: string) => `Today ${today}. At the most ${most}, on ${day}.`,
  chartNothing: 'Nothing during the period.',
  asTable: 'Show day by day',
  day: 'Day',
  count: 'Number',

  appointments: 'Appointments as permission administrator',
  appointmentsEnding: 'End within 30 days',
  appointmentsNone: 'No appointment ends within 30 days.',
  endsOn: (name: string, organisation: string, day: string) => `${name}, ${organisation}: the last day is ${day}`,
  without: 'Have no administrator',
  withoutNone: 'All schools and municipalities that report have an administrator.',
  more: (count: number) => `And ${count} more.`,
} as const
