/** Requests from administrators that an account be ended. */
export const endingRequests = {
  title: 'Requests to end accounts',
  preamble:
    'An administrator has asked for it. End the account, or let it be and explain why. The administrator gets a mail about what you decide.',
  waiting: 'Waiting for a decision',
  nothingWaiting: 'No request is waiting.',
  decided: 'Decided of late',
  of: (name: string) => `Request about ${name}`,
  protected: 'a person with protected identity',
  askedBy: (name: string, organisation: string, day: string) => `${name}, ${organisation}, asked for it on ${day}`,
  somebody: 'An administrator',
  state: { open: 'Waiting', ended: 'Ended', declined: 'Declined' },
  reason: 'The administrator’s reason',
  account: 'The account',
  answerWas: 'Your answer',
  endWords:
    'If you end the account, everything stops at once, at other schools too. The person and the administrator get mails about it.',
  end: 'End the account',
  answer: 'Why is the account to stay?',
  answerHint: 'At most 500 characters. The administrator gets to read it.',
  wrongAnswer: 'Write why, in at most 500 characters.',
  decline: 'Let the account stay',
  done: {
    ended: 'The account has been ended, and the administrator gets a mail.',
    declined: 'The request has been declined, and the administrator gets a mail.',
  },
  refused: 'Somebody else has decided already, or the request is about your own account.',
} as const
