export const mail = {
  greeting: (givenName: string) => `Hej ${givenName}!`,
  greetingWithoutName: 'Hej!',
  cannotBeAnswered: 'Det här mejlet skickades automatiskt och går inte att svara på.',
  initialSubject: 'Ditt engångslösenord',
  initialWhat:
    'Du har lagts upp som användare. Med engångslösenordet här nedanför väljer du ditt eget lösenord. Ditt användarnamn står i brevet som du har fått med posten.',
  reminderSubject: 'Ditt engångslösenord går snart ut',
  reminderWhat:
    'Du har inte valt något lösenord än. Med engångslösenordet här nedanför, samma som i det förra mejlet, väljer du ditt eget lösenord. Ditt användarnamn står i brevet som du har fått med posten.',
  initialCode: 'Engångslösenord',
  initialUntil: (day: string, clock: string) =>
    `Engångslösenordet gäller till ${day} ${clock} och kan bara användas en gång. Vem som helst som har det och ditt användarnamn kan välja lösenord åt dig, så visa det inte för någon.`,
  initialLink: 'Välj lösenord',
  initialNotYou:
    'Väntar du inte något sådant här mejl, eller har det inte kommit något brev? Kontakta behörighetsadministratören på din skola eller i din kommun.',

  resetSubject: 'Ditt engångslösenord',
  resetWhat:
    'Någon, troligen du, har beställt ett engångslösenord i lösenordskiosken. Skriv det på sidan där du beställde det, i samma webbläsare, och välj sedan ett nytt lösenord.',
  resetCode: 'Ange engångslösenord',
  resetUntil: (clock: string) => `Engångslösenordet gäller till ${clock} och kan bara användas en gång.`,
  resetNotYou:
    'Har du inte beställt det? Då behöver du inte göra något: ditt lösenord är detsamma som förut. Ge inte engångslösenordet till någon, inte heller till någon som säger sig ringa från oss. Kommer det fler sådana här mejl, kontakta behörighetsadministratören på din skola eller i din kommun.',

  passwordChangedSubject: 'Ditt lösenord är bytt',
  changedByPassword: (day: string, clock: string) =>
    `Lösenordet till ditt konto byttes ${day} ${clock} i lösenordskiosken, av någon som kunde det förra lösenordet.`,
  changedByCode: (day: string, clock: string) =>
    `Lösenordet till ditt konto byttes ${day} ${clock} i lösenordskiosken, med ett engångslösenord som hade mejlats till den här adressen.`,
  changedSessions:
    'Kontot har loggats ut överallt där det var inloggat, utom där det förra lösenordet nyss användes för bytet.',
  changedNotYou:
    'Var det du? Då behöver du inte göra något. Var det inte du: kontakta genast behörighetsadministratören på din skola eller i din kommun, och välj ett nytt lösenord i lösenordskiosken.',

  lockedSubject: 'Inloggningen är spärrad en stund',
  lockedWhat: (day: string, clock: string) =>
    `Någon har skrivit fel lösenord för många gånger i rad för ditt användarnamn. Inloggningen är därför spärrad till ${day} ${clock}. Sedan fungerar ditt lösenord som vanligt.`,
  lockedYou: 'Var det du, och har du glömt lösenordet? I lösenordskiosken kan du välja ett nytt redan nu.',
  lockedNotYou:
    'Var det inte du? Ingen har kommit in, och ditt lösenord är detsamma som förut. Händer det fler gånger, kontakta behörighetsadministratören på din skola eller i din kommun. Vi skriver om det här högst en gång om dagen.',

  sessionLimitSubject: 'Du har loggats ut på ett ställe',
  sessionLimitWhat: (day: string, clock: string) =>
    `Du loggade in ${day} ${clock} och var redan inloggad på så många ställen som går. Den äldsta inloggningen har därför avslutats.`,
  sessionLimitNotYou:
    'Känner du inte igen det? Välj genast ett nytt lösenord i lösenordskiosken: då loggas kontot ut överallt. Kontakta sedan behörighetsadministratören på din skola eller i din kommun.',

  emailChangedSubject: 'Din e-postadress är ändrad',
  emailChangedWhat: (day: string, clock: string) =>
    `Behörighetsadministratören på din skola eller i din kommun ändrade e-postadressen till ditt konto ${day} ${clock}.`,
  emailChangedByUs: (day: string, clock: string) =>
    `Vi på myndigheten ändrade e-postadressen till ditt konto ${day} ${clock}.`,
  emailChangedByUsNotYou:
    'Stämmer det inte? Ring oss genast. Den som läser mejlen till ditt konto kan beställa ett nytt lösenord till det.',
  emailChangedFormer: 'Från och med nu går mejlen till den nya adressen, och inte hit.',
  emailChangedPresent: 'Från och med nu går mejlen till den här adressen.',
  emailChangedNotYou:
    'Stämmer det inte? Kontakta genast behörighetsadministratören på din skola eller i din kommun. Den som läser mejlen till ditt konto kan beställa ett nytt lösenord till det.',
} as const
