export const start = {
  title: 'Handläggning',
  tasks: 'Att göra',
  nothing: 'Inget väntar på dig just nu.',
  brokenChain: 'Loggen är inte hel: en händelse har ändrats eller saknas',
  lettersToPost: (count: number) => (count === 1 ? 'Ett brev att posta' : `${count} brev att posta`),
  assurances: (count: number) =>
    count === 1 ? 'En försäkran väntar på beslut' : `${count} försäkringar väntar på beslut`,
  endingRequests: (count: number) =>
    count === 1 ? 'En begäran om att avsluta ett konto' : `${count} begäranden om att avsluta konton`,
  withoutAdministrator: (count: number) =>
    count === 1 ? 'En skola eller kommun saknar administratör' : `${count} skolor och kommuner saknar administratör`,
  undelivered: (count: number) => (count === 1 ? 'Ett mejl kom inte fram' : `${count} mejl kom inte fram`),
  endingSoon: (count: number) =>
    count === 1 ? 'Ett uppdrag slutar inom 30 dagar' : `${count} uppdrag slutar inom 30 dagar`,

  state: 'Tjänsten de senaste 30 dagarna',
  charts: {
    'signed-in': 'Inloggningar',
    'sign-in-locked': 'Spärrade inloggningar',
    'one-time-password-ordered': 'Beställda engångslösenord',
  },
  activePermissions: (service: string) => `Gällande behörigheter: ${service}`,
  chart: (today: string, most: string, day: string) => `I dag ${today}. Som mest ${most}, den ${day}.`,
  chartNothing: 'Inget under perioden.',
  asTable: 'Visa dag för dag',
  day: 'Dag',
  count: 'Antal',

  appointments: 'Uppdrag som behörighetsadministratör',
  appointmentsEnding: 'Slutar inom 30 dagar',
  appointmentsNone: 'Inget uppdrag slutar inom 30 dagar.',
  endsOn: (name: string, organisation: string, day: string) => `${name}, ${organisation}: sista dagen är ${day}`,
  without: 'Saknar administratör',
  withoutNone: 'Alla skolor och kommuner som rapporterar har en administratör.',
  more: (count: number) => `Och ${count} till.`,
} as const
