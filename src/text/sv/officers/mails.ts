export const mails = {
  startedSubject: 'Du är behörighetsadministratör',
  startedWhat: (organisation: string) =>
    `Du har blivit utsedd till behörighetsadministratör för ${organisation}. Du lägger till användare, ger och avslutar behörigheter och hjälper dem som har glömt sitt användarnamn.`,
  startedFirst:
    'Har du inget användarnamn än kommer det i ett brev, och några dagar senare ett mejl med ett engångslösenord.',
  startedLink: 'Till behörigheterna',
  startedWrong: 'Stämmer det inte? Ring oss genast.',
  endedSubject: 'Du är inte längre behörighetsadministratör',
  endedWhat: (organisation: string) =>
    `Ditt uppdrag som behörighetsadministratör för ${organisation} är avslutat. Behörigheter som du själv har att rapportera gäller som förut.`,
  endedWrong: 'Stämmer det inte? Fråga din rektor eller förvaltningschef, eller ring oss.',
} as const
