export const permissions = {
  state: { active: 'Valid', planned: 'Planned', paused: 'Paused', expired: 'Run out', ended: 'Ended' },
  since: (day: string) => `From ${day} until further notice`,
  sinceUntil: (day: string, last: string) => `From ${day} to ${last} inclusive`,
  from: (day: string) => `Starts on ${day}, until further notice`,
  fromUntil: (day: string, last: string) => `Starts on ${day}, to ${last} inclusive`,
  was: (day: string, last: string) => `Was valid from ${day} to ${last}`,
  withdrawn: (day: string) => `Withdrawn on ${day}, before it had started`,
  pausedUntil: (last: string, reason: string) => `Paused to ${last} inclusive (${reason})`,
  willPause: (day: string, last: string, reason: string) => `Will pause from ${day} to ${last} inclusive (${reason})`,
  pauseReason: {
    'parental-leave': 'parental leave',
    'sick-leave': 'sick leave',
    leave: 'leave of absence',
    other: 'another reason',
  },
} as const
