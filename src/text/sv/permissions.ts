/** A grant's states and days, wherever they are told. */
export const permissions = {
  state: { active: 'Gäller', planned: 'Planerad', paused: 'Pausad', expired: 'Har gått ut', ended: 'Avslutad' },
  since: (day: string) => `Från ${day} och tills vidare`,
  sinceUntil: (day: string, last: string) => `Från ${day} till och med ${last}`,
  from: (day: string) => `Börjar gälla ${day}, tills vidare`,
  fromUntil: (day: string, last: string) => `Börjar gälla ${day}, till och med ${last}`,
  was: (day: string, last: string) => `Gällde från ${day} till ${last}`,
  withdrawn: (day: string) => `Togs tillbaka ${day}, innan den hade börjat gälla`,
  pausedUntil: (last: string, reason: string) => `Pausad till och med ${last} (${reason})`,
  willPause: (day: string, last: string, reason: string) => `Pausas från ${day} till och med ${last} (${reason})`,
  pauseReason: {
    'parental-leave': 'föräldraledighet',
    'sick-leave': 'sjukskrivning',
    leave: 'tjänstledighet',
    other: 'annat skäl',
  },
} as const
