export const help = {
  call: 'Stuck? Call us, and have the code of the school or municipality at hand.',
  codes: 'The code is under Schools and municipalities',
  details: [
    'Here you correct the name, the e-mail address and the postal address. Write the e-mail address twice, so that a slip is noticed before a mail goes astray.',
    'If somebody else has changed something at the same time, you see it before anything is saved.',
  ],
  give: [
    'Choose a service and the first day. Without a last day the permission is valid until you end it.',
    'The person gets no new letter and no new password, only an e-mail about what was added.',
  ],
  days: [
    'Prolong by writing a later last day. Leave it empty if the permission is to be valid until further notice.',
    'The first day can only be changed as long as it has not come.',
  ],
  pause: [
    'A pause suits somebody who is away for a while, for instance on parental leave. The permission becomes valid again by itself.',
    'If you do not know when the person will be back, it is better to end it, and to give the permission anew when the time comes.',
  ],
  resume: [
    'The person is back sooner than expected: the permission is valid at once instead of when the pause is over.',
  ],
  end: [
    'At once means at once: if the person is signed in to the service, the permission is gone at the next click.',
    'To end everything in one go, choose Has left on the person’s page.',
  ],
  hasLeft: [
    'Choose this when the person has left you. It saves ending one permission at a time.',
    'If it was a mistake you can give the permissions anew. The account and the password remain.',
  ],
  password: [
    'Send a new one when the person never got the first, or when it has become too old.',
    'Whoever has only forgotten the password is quicker in the password kiosk, without your help.',
  ],
  letter: [
    'The letter with the username came back: it could not be delivered at the address that we have. Put the postal address right on the person’s page, and then order a new letter here.',
    'We at the agency post the letter. Some days later the person gets a new one-time password by mail.',
  ],
  ending: [
    'Ask for this when no school or municipality needs the person to be able to sign in any longer, for instance when somebody has died.',
    'An officer at the agency decides. On the person’s page you see that you have asked.',
  ],
  history: [
    'The latest is at the top. Each line says who did what, for whom and when.',
    'Nothing in the history can be changed or removed, not by us either.',
  ],
} as const
