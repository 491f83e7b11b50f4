/** The handbook tells what exists; a rule's number comes from the policy in force. */
export const handbook = {
  title: 'Handbok för Identity Manager',
  preamble:
    'Så loggar du in, sköter ditt lösenord och administrerar behörigheter i Portvakt, som gör det som Identity Manager och lösenordskiosken har gjort. Allt går att göra på telefon, platta och dator.',
  contents: 'På den här sidan',
  firstTime: {
    title: 'Första gången du loggar in',
    words:
      'När din skola eller kommun har gett dig en behörighet får du ditt användarnamn i ett brev. Några dagar senare kommer ett mejl med rubriken ”Ditt engångslösenord”. Det räcker till en sak: att välja ett eget lösenord.',
    steps: [
      'Ta fram brevet med användarnamnet och mejlet med engångslösenordet.',
      'Öppna lösenordskiosken och välj ”Vill du ändra ditt lösenord?”',
      'Skriv användarnamnet och engångslösenordet och välj ”Fortsätt”. Mellanslag, bindestreck och små eller stora bokstäver i engångslösenordet spelar ingen roll.',
      'Skriv ett lösenord som du väljer själv och välj ”Byt lösenord”.',
      'Klart. Nu kan du logga in med användarnamnet och ditt nya lösenord.',
    ],
    lifetime: (days: number) =>
      `Engångslösenordet gäller i ${days} dagar. Har tiden gått ut, be behörighetsadministratören på din skola eller i din kommun att skicka ett nytt.`,
  },
  signIn: {
    title: 'Logga in',
    words:
      'Du börjar i e-tjänsten, till exempel Mina tjänster, och skickas hit för att logga in. Sedan är du tillbaka i e-tjänsten. Där ser du bara det som du har behörighet till.',
    idle: (minutes: number, hours: number) =>
      `Inloggningen avslutas när du inte har gjort något på ${minutes} minuter, och senast efter ${hours} timmar. En stund innan frågar sidan om du vill stanna kvar.`,
    privileged: (minutes: number, hours: number) =>
      `Är du behörighetsadministratör gäller ${minutes} minuter och ${hours} timmar.`,
    signOut: 'Logga ut när du är klar, särskilt om fler använder samma dator.',
  },
  account: {
    title: 'Ditt konto',
    words:
      'På sidan Ditt konto ser du vilka behörigheter du har, på vilken skola och från och till när, och vem som är behörighetsadministratör där. Du kan också välja språk för mejlen till dig.',
    sessions:
      'Där ser du även var du är inloggad. Känner du inte igen något kan du logga ut på ett ställe i taget eller överallt.',
    open: 'Öppna ditt konto',
  },
  change: {
    title: 'Ändra lösenord',
    steps: [
      'Öppna lösenordskiosken och välj ”Vill du ändra ditt lösenord?”',
      'Skriv användarnamnet och ditt nuvarande lösenord och välj ”Fortsätt”.',
      'Skriv det nya lösenordet och välj ”Byt lösenord”.',
    ],
    after: 'Du loggas ut överallt där du är inloggad, och får ett mejl som bekräftar bytet.',
  },
  goodPassword: {
    title: 'Ett bra lösenord',
    words: (characters: number) =>
      `Lösenordet ska ha minst ${characters} tecken. Lättast är tre eller fyra ord som inte hör ihop, gärna med mellanslag mellan. Du behöver inte blanda in siffror eller tecken.`,
    advice: [
      'Använd inte ditt namn, ditt användarnamn eller skolans namn.',
      'Använd inte samma lösenord någon annanstans.',
      'Spara det gärna i en lösenordshanterare. Det går bra att klistra in.',
    ],
  },
  forgotten: {
    title: 'Glömt lösenordet',
    steps: [
      'Öppna lösenordskiosken och välj ”Har du glömt ditt lösenord eller fungerar det inte?”',
      'Skriv ditt användarnamn och välj ”Fortsätt”. Finns användarnamnet skickas ett engångslösenord till den e-postadress som vi har.',
      'Skriv engångslösenordet på samma enhet, i samma webbläsare.',
      'Skriv ett nytt lösenord och välj ”Byt lösenord”.',
    ],
    lifetime: (minutes: number) =>
      `Engångslösenordet gäller i ${minutes} minuter. Beställer du ett nytt slutar det gamla att gälla.`,
    noMail:
      'Kommer det inget mejl? Titta i skräpposten och kontrollera att användarnamnet är rätt. Har du bytt e-postadress, be behörighetsadministratören på din skola eller i din kommun om hjälp.',
  },
  locked: {
    title: 'Spärrad inloggning',
    words: (failures: number, minutes: number) =>
      `Efter fler än ${failures} felaktiga försök spärras inloggningen i ${minutes} minuter. Sidan visar när den öppnas igen. Nya försök under tiden förlänger inte spärren.`,
    way: 'Vill du inte vänta kan du skaffa ett nytt lösenord i lösenordskiosken. När bytet är klart är spärren borta.',
  },
  forgottenUsername: {
    title: 'Glömt användarnamnet',
    words:
      'Av säkerhetsskäl skickar vi inte ut användarnamn. Kontakta behörighetsadministratören på din skola eller i din kommun, som kan se vilket användarnamn du har.',
  },
  noPermission: {
    title: 'Saknar du behörighet?',
    words:
      'Det är behörighetsadministratören på din skola eller i din kommun som ger och tar bort behörigheter. En behörighet är personlig och får aldrig lånas ut.',
  },
  safety: {
    title: 'Så vet du att det är vi',
    words:
      'Vi ber dig aldrig om ditt lösenord i mejl eller telefon, och ingen på skolan eller hos oss kan se det. Våra mejl leder bara till den här tjänsten. Är du osäker, skriv adressen själv.',
  },
  administrators: {
    title: 'För behörighetsadministratörer',
    words:
      'Rektor eller förvaltningschef utser behörighetsadministratören med blanketten Försäkran om hantering av behörighet. När myndigheten har godkänt den kommer användarnamnet i ett brev, och några dagar senare engångslösenordet i ett mejl. Sedan loggar du in i verktyget Behörigheter.',
    open: 'Öppna Behörigheter',
    parts: [
      {
        title: 'Lägga till en användare',
        shows: 'add',
        words:
          'Välj ”Lägg till användare”. Skriv personnumret. Finns personen redan hos oss behövs inget mer om personen. Annars fyller du i namn, e-postadress och postadress, med land om adressen inte är i Sverige. Välj tjänster och dagar, läs igenom och välj ”Spara”. Brevet med användarnamnet postas, och några dagar senare mejlas engångslösenordet.',
      },
      {
        title: 'Lägga till många på en gång',
        shows: 'bulk',
        words:
          'Välj ”Lägg till flera”, ladda ner mallen och fyll i den i ett kalkylprogram. Kolumnen Land behövs bara för adresser utanför Sverige. När du läser in filen ser du varje rad som den blir, och alla fel med rad och kolumn. Inget sparas förrän du bekräftar.',
      },
      {
        title: 'Ändra, pausa och avsluta',
        shows: 'person',
        words:
          'Sök upp personen under ”Personer”. Där ger du fler behörigheter, ändrar dagarna, pausar under till exempel en föräldraledighet, eller avslutar. Det som avslutas genast slutar gälla genast, också om personen är inloggad. Personen och alla behörighetsadministratörer hos er får ett mejl.',
      },
      {
        title: 'När någon har slutat',
        words:
          'Välj ”Har slutat” på personens sida. Då avslutas allt som personen har hos er. Det som personen har på andra skolor påverkas inte. Ska hela kontot bort väljer du ”Begär att kontot avslutas”.',
      },
      {
        title: 'Glömt användarnamn eller lösenord',
        words:
          'Med ”Visa användarnamn” på personens sida kan du tala om användarnamnet för personen. Lösenordet kan ingen se. Personen väljer ett nytt i lösenordskiosken, eller så väljer du ”Skicka nytt engångslösenord”.',
      },
      {
        title: 'Listor',
        shows: 'people',
        words:
          'Under ”Personer” laddar du ner det du ser som CSV eller kalkylblad. Personnummer är med bara om du ber om det, och det syns i historiken att listan har tagits ut.',
      },
      {
        title: 'När någon ber om behörighet',
        words:
          'Den som är inloggad kan be om en behörighet på sidan ”Ditt konto”. Du får ett mejl, läser vad personen skriver och ger behörigheten eller avböjer med ett skäl.',
      },
      {
        title: 'Skyddade personuppgifter',
        words:
          'Den som har skyddade personuppgifter visas utan namn, nummer, adress och e-postadress, för alla. Ring oss om du behöver hjälp.',
      },
    ],
  },
  questions: {
    title: 'Frågor och svar',
    parts: [
      {
        title: 'Får två personer dela ett användarnamn?',
        words: 'Nej. En behörighet är personlig och får aldrig lånas ut.',
      },
      {
        title: 'Personen har inte fått något engångslösenord. Vad gör jag?',
        words:
          'Se efter på personens sida vad som har skickats och när, och att e-postadressen stämmer. Välj sedan ”Skicka nytt engångslösenord”. Be personen titta i skräpposten.',
      },
      {
        title: 'Varför kan jag inte ändra personens e-postadress?',
        words:
          'Den som också har behörighet på en annan skola, eller själv är behörighetsadministratör, får sina uppgifter ändrade av myndigheten. Annars skulle en skola kunna ta över ett konto som en annan litar på. Ring oss.',
      },
      {
        title: 'Skolan har fått en ny skolform. Behövs nya behörigheter?',
        words: 'Nej. En behörighet gäller hela skolan, alla dess skolformer.',
      },
      {
        title: 'Kan jag ge mig själv en behörighet?',
        words: 'Nej. En annan behörighetsadministratör hos er, eller myndigheten, gör det.',
      },
    ],
  },
  contact: {
    title: 'Kontakt',
    words:
      'Vänd dig i första hand till behörighetsadministratören på din skola eller i din kommun. Kommer ni inte vidare, ring oss. Ha skolans eller kommunens kod till hands.',
    incident: 'Visar sidan ett incidentnummer eller en meddelandekod, uppge det när du hör av dig.',
  },
  toKiosk: 'Öppna lösenordskiosken',
  pictures: {
    start: 'Startsidan: det som väntar på dig, och hur många som har vilken behörighet.',
    add: 'Att lägga till en användare: välj tjänster, och från och till vilken dag.',
    bulk: 'Att lägga till flera: ladda ner mallen, fyll i den och läs in den igen.',
    person: 'En persons behörigheter: kryssa för, och välj vad som ska hända.',
    people: 'Att söka: en ruta för namn, användarnamn, e-postadress eller nummer, och fyra val under den.',
    kiosk: 'Lösenordskiosken: en dörr för den som vill ändra sitt lösenord och en för den som har glömt det.',
    signIn: 'Inloggningen: användarnamn, lösenord och knappen Logga in.',
    choose: 'Att välja lösenord: mätaren under fältet är full och säger att lösenordet går bra.',
  },
} as const
