/** What was done, a sentence each: who, what, to whom. */
export const history = {
  title: 'History',
  none: 'There is nothing to show yet.',
  older: 'Show older events',
  newest: 'Show the latest events',
  aPermission: 'a permission',
  anOfficer: 'An officer',
  somebodyElse: 'Somebody else',
  from: (day: string) => `from ${day}`,
  fromTo: (day: string, last: string) => `from ${day} to ${last} inclusive`,
  granted: (who: string, whom: string, service: string, days: string) => `${who} gave ${whom} ${service} ${days}.`,
  changed: (who: string, whom: string, service: string, days: string) =>
    `${who} changed the days of ${service}, held by ${whom}. The permission is valid ${days}.`,
  paused: (who: string, whom: string, service: string, days: string) => `${who} paused ${service} for ${whom} ${days}.`,
  resumed: (who: string, whom: string, service: string) =>
    `${who} ended the pause of ${whom}, who has ${service} again.`,
  ended: (who: string, whom: string, service: string) => `${who} ended ${service} for ${whom}.`,
  appointed: (whom: string) => `${whom} was appointed permission administrator.`,
  dismissed: (whom: string) => `${whom} is no longer permission administrator.`,
  letterOrdered: (who: string, whom: string) => `${who} ordered a letter with the username to ${whom}.`,
  letterPosted: (whom: string) => `The letter with the username was posted to ${whom}.`,
  created: (who: string, whom: string) => `${who} added ${whom} as a user.`,
  details: (who: string, whom: string) => `${who} changed the details of ${whom}.`,
  number: (who: string, whom: string) => `${who} looked at the personal identity number of ${whom}.`,
  username: (who: string, whom: string) => `${who} looked at the username of ${whom}.`,
  oneTimePassword: (who: string, whom: string) => `${who} sent a new one-time password to ${whom}.`,
  forgot: (whom: string) => `A one-time password was ordered for ${whom}.`,
  passwordSet: (whom: string) => `${whom} chose a new password.`,
  locked: (whom: string) => `Signing in was locked for ${whom} after too many wrong attempts.`,
  endingAsked: (who: string, whom: string) => `${who} asked for the account of ${whom} to be ended.`,
  list: (who: string, rows: string) =>
    `${who} downloaded a list without personal identity numbers. Number of rows: ${rows}.`,
  listWithNumbers: (who: string, rows: string) =>
    `${who} downloaded a list with personal identity numbers. Number of rows: ${rows}.`,
} as const
