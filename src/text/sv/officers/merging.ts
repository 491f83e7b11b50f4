/** Two accounts of one person become one, and a person gets another number. */
export const merging = {
  title: 'Slå ihop med ett annat konto',
  words: [
    'Gör det när en person har två konton, ett med samordningsnummer och ett med personnummer. Ett av kontona blir kvar, och får personnumret. Det andra avslutas, och dess användarnamn går inte att använda mer.',
    'Behörigheter, uppdrag, begäranden och historik följer med till det konto som blir kvar.',
  ],
  other: 'Det andra kontots användarnamn eller hela nummer',
  next: 'Fortsätt',
  notFound: 'Inget annat konto har det användarnamnet eller numret.',
  chooseTitle: 'Vilket konto ska vara kvar?',
  chooseWords:
    'Kontrollera att det är samma person. Det går inte att ångra. Lösenordet till kontot som blir kvar är detsamma som förut, och personen får ett mejl på båda adresserna.',
  survivor: 'Kontot som ska vara kvar',
  chooseOne: 'Välj vilket konto som ska vara kvar.',
  facts: (kind: string, birthday: string, permissions: string, appointments: string) =>
    `${kind} ${birthday}-****. Behörigheter: ${permissions}. Uppdrag: ${appointments}.`,
  coordination: 'Samordningsnummer',
  ordinary: 'Personnummer',
  hiddenNumber: 'Skyddade personuppgifter',
  doIt: 'Slå ihop kontona',
  done: 'Kontona är sammanslagna.',
  endReason: 'Sammanslaget med personens andra konto.',
  into: 'Det här kontot har slagits ihop med ett annat',
  refused: {
    'not-there': 'Kontot finns inte.',
    same: 'Det är samma konto. Skriv det andra kontots användarnamn eller nummer.',
    own: 'Ett av kontona är ditt eget. Be en kollega göra det.',
    officer: 'Ett av kontona är eller har varit en handläggares, och slås inte ihop av en handläggare ensam.',
    administrator:
      'Det konto som skulle avslutas har ett uppdrag som administratör. Välj att det ska vara kvar, eller avsluta uppdraget först.',
    ended: 'Kontot som ska vara kvar är avslutat, eller så är ett av dem redan sammanslaget. Öppna det först.',
    numbers: 'Det ena kontot måste ha ett samordningsnummer och det andra ett personnummer.',
  },
  number: {
    title: 'Ändra personnummer',
    words:
      'Gör det när personen har fått ett personnummer i stället för ett samordningsnummer, eller när numret blev fel. Kontot, lösenordet och behörigheterna är desamma.',
    field: 'Nytt personnummer eller samordningsnummer',
    label: 'Spara',
    done: 'Personnumret är ändrat.',
    taken: 'Numret har ett annat konto. Är det samma person, slå ihop kontona.',
    refused: 'Numret är redan det, eller så är kontot avslutat.',
  },
} as const
