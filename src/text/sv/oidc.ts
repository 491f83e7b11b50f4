export const oidc = {
  signOutTitle: 'Vill du logga ut?',
  signOut: 'Du loggas ut från alla tjänster som du har loggat in i med ditt användarnamn i den här webbläsaren.',
  signOutButton: 'Logga ut',
  stayButton: 'Stanna kvar inloggad',
  signedOutTitle: 'Du är utloggad',
  signedOut: 'Stäng webbläsaren om du delar dator med andra.',
  signInAgainTitle: 'Fortsätt till inloggningen',
  askAgain: 'Tjänsten som du kommer från har skickat dig hit. Tryck på knappen för att fortsätta.',
  goOn: 'Fortsätt',
  notSignedOutTitle: 'Du är inte utloggad',
  notSignedOut:
    'Inloggningen som skulle avslutas är fortfarande öppen, men den syns inte i det här fönstret. Logga ut i det fönster där du loggade in, eller stäng hela webbläsaren.',
  backTo: (service: string) => `Till ${service}`,

  turnedOffTitle: (service: string) => `${service} är avstängd`,
  turnedOff: (service: string) =>
    `Vi har stängt av inloggningen till ${service}, så du kan inte logga in dit nu. Det är inget fel på ditt konto, och dina behörigheter är kvar. Undrar du när den öppnar igen, kontakta oss.`,

  misdirectedTitle: 'Inloggningen kan inte fortsätta',
  misdirected:
    'Tjänsten som skickade dig hit bad om något som den inte får eller som vi inte förstår. Inget har ändrats. Gå tillbaka till tjänsten och försök igen. Om felet kvarstår, kontakta oss och uppge meddelandekoden.',
} as const
