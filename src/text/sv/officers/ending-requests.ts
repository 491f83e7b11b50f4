/** Requests from administrators that an account be ended. */
export const endingRequests = {
  title: 'Begäran om att konton avslutas',
  preamble:
    'En administratör har begärt det. Avsluta kontot, eller låt det vara och förklara varför. Administratören får ett mejl om vad du beslutar.',
  waiting: 'Väntar på beslut',
  nothingWaiting: 'Ingen begäran väntar.',
  decided: 'Beslutade på senare tid',
  of: (name: string) => `Begäran om ${name}`,
  protected: 'en person med skyddade personuppgifter',
  askedBy: (name: string, organisation: string, day: string) => `${name}, ${organisation}, begärde det ${day}`,
  somebody: 'En administratör',
  state: { open: 'Väntar', ended: 'Avslutat', declined: 'Avslagen' },
  reason: 'Administratörens skäl',
  account: 'Kontot',
  answerWas: 'Ditt svar',
  endWords:
    'Avslutar du kontot upphör allt genast, också på andra skolor. Personen och administratören får mejl om det.',
  end: 'Avsluta kontot',
  answer: 'Varför ska kontot vara kvar?',
  answerHint: 'Högst 500 tecken. Administratören får läsa det.',
  wrongAnswer: 'Skriv varför, med högst 500 tecken.',
  decline: 'Låt kontot vara kvar',
  done: {
    ended: 'Kontot är avslutat, och administratören får ett mejl.',
    declined: 'Begäran är avslagen, och administratören får ett mejl.',
  },
  refused: 'Någon annan har redan beslutat, eller så gäller begäran ditt eget konto.',
} as const
