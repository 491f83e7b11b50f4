/** What surrounds every page for signed-in people: who they are, and how long they stay signed in. */
export const signedIn = {
  nav: 'Inloggad',
  signedInAs: 'Inloggad som',
  account: 'Mitt konto',
  permissions: 'Behörigheter',
  desk: 'Handläggning',
  signOut: 'Logga ut',

  idleTitle: 'Vill du stanna kvar på sidan?',
  idle: 'Du har inte gjort något på en stund. Stannar du kvar finns det du har skrivit på sidan kvar.',
  automatic: 'Automatisk utloggning sker om cirka',
  stay: 'Stanna kvar på sidan',

  absoluteTitle: 'Du loggas snart ut',
  absolute:
    'Du har varit inloggad så länge som det går i sträck, och tiden kan inte förlängas. Spara det du håller på med. Sedan kan du logga in igen.',
  understood: 'Jag förstår',

  networkTitle: 'Problem med nätverket',
  network:
    'Vi får ingen kontakt med Portvakt. Kontrollera att du är ansluten till internet. Det du har skrivit finns kvar på sidan, men kan inte sparas just nu. Vi fortsätter att försöka.',
  serverTitle: 'Tillfälligt tekniskt fel',
  server:
    'Portvakt kan inte svara just nu. Det du har skrivit finns kvar på sidan, men kan inte sparas just nu. Vi fortsätter att försöka.',
  tryAgain: 'Försök igen',
  close: 'Stäng',
  timeIsUp: 'Tiden för automatisk utloggning har gått. Är du utloggad säger vi det så snart vi får kontakt igen.',

  over: {
    inaktiv: 'Du har loggats ut automatiskt, eftersom du inte hade gjort något på en stund.',
    tid: 'Du har loggats ut automatiskt, eftersom du hade varit inloggad så länge som det går i sträck.',
    avslutad: 'Din inloggning har avslutats, till exempel för att du loggade ut i ett annat fönster.',
  },
  notSaved: 'Det du inte hade sparat finns inte kvar.',
  again: 'Logga in igen',
} as const
