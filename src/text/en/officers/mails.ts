export const mails = {
  startedSubject: 'You are a permission administrator',
  startedWhat: (organisation: string) =>
    `You have been appointed permission administrator for ${organisation}. You add users, give and end permissions, and help those who have forgotten their username.`,
  startedFirst:
    'If you have no username yet, it comes in a letter, and some days later a mail with a one-time password.',
  startedLink: 'To the permissions',
  startedWrong: 'Is something wrong? Call us at once.',
  endedSubject: 'You are no longer a permission administrator',
  endedWhat: (organisation: string) =>
    `Your appointment as permission administrator for ${organisation} has ended. Permissions that you have to report yourself are as before.`,
  endedWrong: 'Is something wrong? Ask the head of your school or of your department, or call us.',
} as const
