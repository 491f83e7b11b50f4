import type { Told } from '../../told.js'
import { accountKinds } from './accounts.js'

/**
 * What each kind of audit event is called, and tells in a sentence: who, what, to whom. A kind of the catalogue
 * (src/audit/event.ts) without its words here does not compile.
 */
export const kinds = {
  ...accountKinds,
  'signed-in': {
    name: 'Inloggning',
    tells: ({ whom, client }: Told) => (client === '' ? `${whom} loggade in.` : `${whom} loggade in till ${client}.`),
  },
  'sign-in-refused': {
    name: 'Felaktig inloggning',
    tells: ({ whom, isAboutSomebody }: Told) =>
      isAboutSomebody
        ? `En inloggning som ${whom} misslyckades.`
        : 'En inloggning med ett okänt användarnamn misslyckades.',
  },
  'sign-in-locked': {
    name: 'Spärrad inloggning',
    tells: ({ whom }: Told) => `Inloggningen för ${whom} spärrades efter för många felaktiga försök.`,
  },
  'sign-in-while-locked': {
    name: 'Inloggning under spärr',
    tells: ({ whom }: Told) => `Någon försökte logga in som ${whom} medan inloggningen var spärrad.`,
  },
  'one-time-password-at-sign-in': {
    name: 'Engångslösenord vid inloggning',
    tells: ({ whom }: Told) => `${whom} skrev sitt första engångslösenord vid inloggningen.`,
  },
  'source-limited': {
    name: 'För många försök från en adress',
    tells: () => 'En adress avvisades efter för många försök.',
  },
  'no-permission': {
    name: 'Inloggning utan behörighet',
    tells: ({ whom, client }: Told) => `${whom} loggade in utan behörighet till ${client}.`,
  },
  'signed-out': { name: 'Utloggning', tells: ({ whom }: Told) => `${whom} loggade ut.` },
  'session-ended': {
    name: 'Avslutad inloggning',
    tells: ({ whom, says }: Told) =>
      says('why', 'too-many-sessions')
        ? `Den äldsta inloggningen för ${whom} avslutades, eftersom det var för många.`
        : `En inloggning för ${whom} avslutades.`,
  },
  'sessions-ended': {
    name: 'Alla inloggningar avslutade',
    tells: ({ whom, count }: Told) => `Alla inloggningar för ${whom} avslutades. Antal: ${count('ended')}.`,
  },
  'details-changed': {
    name: 'Ändrade uppgifter',
    tells: ({ who, whom }: Told) => `${who} ändrade uppgifterna om ${whom}.`,
  },
  'number-shown': {
    name: 'Visat personnummer',
    tells: ({ who, whom, isAboutSomebody }: Told) =>
      isAboutSomebody
        ? `${who} tittade på personnumret för ${whom}.`
        : `${who} tittade på personnumret i en försäkran.`,
  },
  'username-shown': {
    name: 'Visat användarnamn',
    tells: ({ who, whom }: Told) => `${who} tittade på användarnamnet för ${whom}.`,
  },
  'account-ending-requested': {
    name: 'Begäran om att avsluta ett konto',
    tells: ({ who, whom }: Told) => `${who} begärde att kontot för ${whom} avslutas.`,
  },
  'language-chosen': {
    name: 'Valt språk',
    tells: ({ whom }: Told) => `${whom} valde språk för sina mejl.`,
  },
  'account-created': {
    name: 'Nytt konto',
    tells: ({ who, whom }: Told) => `${who} lade upp ${whom} som användare.`,
  },
  'officer-made': {
    name: 'Ny handläggare',
    tells: ({ whom }: Told) => `${whom} blev handläggare.`,
  },
  'username-letter-ordered': {
    name: 'Beställt brev',
    tells: ({ who, whom }: Told) => `${who} beställde ett brev med användarnamnet till ${whom}.`,
  },
  'username-letter-posted': {
    name: 'Postat brev',
    tells: ({ whom }: Told) => `Brevet med användarnamnet postades till ${whom}.`,
  },
  'username-letter-shown': {
    name: 'Öppnat brev',
    tells: ({ who, whom }: Told) => `${who} öppnade sidan om brevet med användarnamnet till ${whom}.`,
  },
  'username-letter-printed': {
    name: 'Hämtat brev',
    tells: ({ who, whom }: Told) => `${who} hämtade brevet med användarnamnet till ${whom} för utskrift.`,
  },
  'username-letter-returned': {
    name: 'Brev i retur',
    tells: ({ whom }: Told) => `Brevet med användarnamnet till ${whom} kom i retur.`,
  },
  'username-letter-withheld': {
    name: 'Brev hålls inne',
    tells: ({ who, whom }: Told) => `${who} håller inne brevet med användarnamnet till ${whom}.`,
  },
  'username-letter-released': {
    name: 'Släppt brev',
    tells: ({ who, whom }: Told) => `${who} släppte brevet med användarnamnet till ${whom}.`,
  },
  'username-letter-forwarded': {
    name: 'Adress för ett brev',
    tells: ({ who, whom }: Told) => `${who} skrev en adress för vidarebefordran av brevet till ${whom}.`,
  },
  'bulk-previewed': {
    name: 'Granskad fil med personer',
    tells: ({ who, count }: Told) =>
      `${who} granskade en fil med personer att lägga till. Antal rader: ${count('rows')}.`,
  },
  'bulk-confirmed': {
    name: 'Godkänd fil med personer',
    tells: ({ who, count }: Told) =>
      `${who} godkände en fil med personer att lägga till. Antal rader: ${count('rows')}.`,
  },
  'bulk-added': {
    name: 'Genomförd fil med personer',
    tells: ({ who }: Told) => `En fil med personer från ${who} är genomförd.`,
  },
  'number-checked': {
    name: 'Kontrollerat personnummer',
    tells: ({ who, whom, isAboutSomebody }: Told) =>
      isAboutSomebody
        ? `${who} kontrollerade ett personnummer som är ${whom}.`
        : `${who} kontrollerade ett personnummer som inte fanns här.`,
  },
  'password-set': {
    name: 'Valt lösenord',
    tells: ({ whom }: Told) => `${whom} valde ett nytt lösenord.`,
  },
  'password-rehashed': {
    name: 'Förnyat skydd av lösenord',
    tells: ({ whom }: Told) => `Skyddet av lösenordet för ${whom} förnyades vid inloggningen.`,
  },
  'kiosk-identified': {
    name: 'Rätt uppgifter i lösenordskiosken',
    tells: ({ whom }: Told) => `${whom} skrev rätt användarnamn och lösenord i lösenordskiosken.`,
  },
  'kiosk-refused': {
    name: 'Fel uppgifter i lösenordskiosken',
    tells: ({ whom, isAboutSomebody }: Told) =>
      isAboutSomebody
        ? `Ett försök i lösenordskiosken som ${whom} misslyckades.`
        : 'Ett försök i lösenordskiosken med ett okänt användarnamn misslyckades.',
  },
  'one-time-password-ordered': {
    name: 'Beställt engångslösenord',
    tells: ({ who, whom, isOwn, says }: Told) =>
      isOwn || says('purpose', 'reset')
        ? `Ett engångslösenord beställdes för ${whom}.`
        : `${who} skickade ett nytt engångslösenord till ${whom}.`,
  },
  'one-time-password-order-refused': {
    name: 'Nekad beställning av engångslösenord',
    tells: ({ whom, isAboutSomebody }: Told) =>
      isAboutSomebody
        ? `Ett engångslösenord beställdes för ${whom}, men skickades inte.`
        : 'Ett engångslösenord beställdes för ett okänt användarnamn. Inget skickades.',
  },
  'one-time-password-tried': {
    name: 'Fel engångslösenord',
    tells: ({ whom, isAboutSomebody }: Told) =>
      isAboutSomebody
        ? `Ett felaktigt engångslösenord provades för ${whom}.`
        : 'Ett felaktigt engångslösenord provades.',
  },
  'one-time-password-redeemed': {
    name: 'Använt engångslösenord',
    tells: ({ whom }: Told) => `${whom} använde ett engångslösenord.`,
  },
  'mail-sent': {
    name: 'Skickat mejl',
    tells: ({ whom, isAboutSomebody }: Told) =>
      isAboutSomebody ? `Ett mejl skickades till ${whom}.` : 'Ett mejl skickades.',
  },
  'mail-dropped': {
    name: 'Mejl som inte behövdes',
    tells: ({ whom, isAboutSomebody }: Told) =>
      isAboutSomebody
        ? `Ett mejl till ${whom} skickades inte, eftersom innehållet inte längre gällde.`
        : 'Ett mejl skickades inte, eftersom innehållet inte längre gällde.',
  },
  'mail-undeliverable': {
    name: 'Mejl som inte kom fram',
    tells: ({ whom, isAboutSomebody, says }: Told) => {
      if (says('reason', 'interrupted'))
        return isAboutSomebody
          ? `Det är okänt om ett mejl till ${whom} kom fram: sändningen avbröts.`
          : 'Det är okänt om ett mejl kom fram: sändningen avbröts.'
      return isAboutSomebody ? `Ett mejl till ${whom} kunde inte levereras.` : 'Ett mejl kunde inte levereras.'
    },
  },
  'mail-retried': {
    name: 'Mejl skickat igen',
    tells: ({ who, whom, isAboutSomebody }: Told) =>
      isAboutSomebody ? `${who} lät skicka mejlet till ${whom} igen.` : `${who} lät skicka ett mejl igen.`,
  },
  'mail-dismissed': {
    name: 'Mejl borttaget ur listan',
    tells: ({ who, whom, isAboutSomebody }: Told) =>
      isAboutSomebody
        ? `${who} tog bort mejlet till ${whom} från listan över det som inte kom fram.`
        : `${who} tog bort ett mejl från listan över det som inte kom fram.`,
  },
  'relying-service-told': {
    name: 'E-tjänst meddelad om utloggning',
    tells: ({ whom, client }: Told) => `${client} fick veta att inloggningen för ${whom} är avslutad.`,
  },
  'relying-service-not-told': {
    name: 'E-tjänst som inte kunde meddelas',
    tells: ({ whom, client }: Told) => `${client} gick inte att nå om att inloggningen för ${whom} är avslutad.`,
  },
  'consent-given': {
    name: 'Samtycke till e-tjänst',
    tells: ({ whom, client }: Told) => `${whom} godkände vad e-tjänsten ${client} får veta.`,
  },
  'consent-recorded': {
    name: 'Medgivande till e-tjänst',
    tells: ({ whom, client }: Told) => `${client} fick tillgång till uppgifter om ${whom} vid inloggningen.`,
  },
  'code-replayed': {
    name: 'Återanvänd kod',
    tells: ({ client }: Told) =>
      `En kod som redan var använd skickades igen av ${client}. Det som koden gav är återkallat.`,
  },
  'list-exported': {
    name: 'Nedladdad lista',
    tells: ({ who, count, says }: Told) =>
      says('numbers', true)
        ? `${who} laddade ner en lista med personnummer. Antal rader: ${count('rows')}.`
        : `${who} laddade ner en lista utan personnummer. Antal rader: ${count('rows')}.`,
  },
  'organisations-imported': {
    name: 'Inlästa organisationer',
    tells: ({ who }: Told) => `${who} läste in organisationer från en fil.`,
  },
  'organisation-registered': {
    name: 'Ny organisation',
    tells: ({ who, organisation }: Told) => `${who} lade upp ${organisation}.`,
  },
  'organisation-changed': {
    name: 'Ändrad organisation',
    tells: ({ who, organisation }: Told) => `${who} ändrade uppgifterna om ${organisation}.`,
  },
  'organisation-closed': {
    name: 'Stängd organisation',
    tells: ({ who, organisation }: Told) => `${who} stängde ${organisation}.`,
  },
  'organisation-merged': {
    name: 'Sammanslagen organisation',
    tells: ({ who, organisation, said }: Told) => `${who} slog samman ${organisation} med ${said('intoCode')}.`,
  },
  'organisation-took-over': {
    name: 'Organisation som tog över',
    tells: ({ who, organisation, said }: Told) =>
      `${who} lät ${organisation} ta över det som ${said('mergedCode')} hade.`,
  },
  'contact-added': {
    name: 'Ny kontaktperson',
    tells: ({ who, organisation }: Told) => `${who} lade till en kontaktperson för ${organisation}.`,
  },
  'contact-changed': {
    name: 'Ändrad kontaktperson',
    tells: ({ who, organisation }: Told) => `${who} ändrade en kontaktperson för ${organisation}.`,
  },
  'contact-removed': {
    name: 'Borttagen kontaktperson',
    tells: ({ who, organisation }: Told) => `${who} tog bort en kontaktperson för ${organisation}.`,
  },
  'administered-by-changed': {
    name: 'Ändrat vem som administrerar',
    tells: ({ who, service, says }: Told) =>
      says('administrator', 'local')
        ? `${who} lät skolornas egna administratörer ge ${service} för en skolform.`
        : `${who} lät myndigheten ge ${service} för en skolform.`,
  },
  'services-installed': {
    name: 'Ändrade tjänster',
    tells: () => 'Tjänsterna, och vem som administrerar dem, ändrades i inställningarna.',
  },
  'permission-granted': {
    name: 'Given behörighet',
    tells: ({ who, whom, service, span, isRefused }: Told) =>
      isRefused
        ? `${who} försökte ge ${whom} ${service}, men fick inte.`
        : `${who} gav ${whom} ${service} ${span('validFrom', 'validTo')}.`,
  },
  'permission-changed': {
    name: 'Ändrad behörighet',
    tells: ({ who, whom, service, span }: Told) =>
      `${who} ändrade dagarna för ${service}, som ${whom} har. Behörigheten gäller ${span('validFrom', 'validTo')}.`,
  },
  'permission-paused': {
    name: 'Pausad behörighet',
    tells: ({ who, whom, service, span }: Told) =>
      `${who} pausade ${service} för ${whom} ${span('pausedFrom', 'pausedTo')}.`,
  },
  'permission-resumed': {
    name: 'Återupptagen behörighet',
    tells: ({ who, whom, service }: Told) => `${who} avslutade pausen för ${whom}, som har ${service} igen.`,
  },
  'permission-ended': {
    name: 'Avslutad behörighet',
    tells: ({ who, whom, service }: Told) => `${who} avslutade ${service} för ${whom}.`,
  },
  'permission-asked-for': {
    name: 'Förfrågan om behörighet',
    tells: ({ whom, service }: Told) => `${whom} bad om ${service}.`,
  },
  'permission-request-withdrawn': {
    name: 'Återtagen förfrågan',
    tells: ({ whom, service }: Told) => `${whom} tog tillbaka sin förfrågan om ${service}.`,
  },
  'permission-request-answered': {
    name: 'Besvarad förfrågan',
    tells: ({ who, whom, service, says }: Told) =>
      says('answer', 'granted')
        ? `${who} sade ja till att ${whom} får ${service}.`
        : `${who} sade nej till att ${whom} får ${service}.`,
  },
  'assurance-registered': {
    name: 'Registrerad försäkran',
    tells: ({ who, organisation }: Told) => `${who} registrerade en försäkran från ${organisation}.`,
  },
  'assurance-shown': {
    name: 'Läst försäkran',
    tells: ({ who, whom, organisation, isAboutSomebody }: Told) =>
      isAboutSomebody
        ? `${who} läste försäkran från ${organisation} om ${whom}.`
        : `${who} läste en försäkran från ${organisation}.`,
  },
  'assurance-scan-added': {
    name: 'Inläst blankett',
    tells: ({ who, organisation }: Told) => `${who} läste in en undertecknad försäkran från ${organisation}.`,
  },
  'assurance-scan-fetched': {
    name: 'Hämtad blankett',
    tells: ({ who, organisation }: Told) => `${who} hämtade en undertecknad försäkran från ${organisation}.`,
  },
  'assurance-approved': {
    name: 'Godkänd försäkran',
    tells: ({ who, organisation }: Told) => `${who} godkände en försäkran från ${organisation}.`,
  },
  'assurance-rejected': {
    name: 'Avvisad försäkran',
    tells: ({ who, organisation }: Told) => `${who} avvisade en försäkran från ${organisation}.`,
  },
  'assurance-withdrawn': {
    name: 'Återtagen försäkran',
    tells: ({ who, organisation }: Told) => `${who} tog tillbaka registreringen av en försäkran från ${organisation}.`,
  },
  'appointment-started': {
    name: 'Ny behörighetsadministratör',
    tells: ({ whom }: Told) => `${whom} utsågs till behörighetsadministratör.`,
  },
  'appointment-ended': {
    name: 'Avslutat uppdrag',
    tells: ({ whom }: Told) => `${whom} är inte längre behörighetsadministratör.`,
  },
  'backup-restored': {
    name: 'Återläst säkerhetskopia',
    tells: () => 'En säkerhetskopia lästes tillbaka. Alla loggades ut, och alla engångslösenord slutade gälla.',
  },
  'sealed-anew': {
    name: 'Omförsegling',
    tells: () => 'Signeringsnycklar och e-tjänsters hemligheter förseglades på nytt under den nyaste huvudhemligheten.',
  },
  'signing-keys-created': { name: 'Nya signeringsnycklar', tells: () => 'Nya nycklar för signering skapades.' },
  'client-registered': {
    name: 'Registrerad e-tjänst',
    tells: ({ who, client }: Told) => `${who} registrerade e-tjänsten ${client}.`,
  },
  'client-changed': {
    name: 'Ändrad e-tjänst',
    tells: ({ who, client }: Told) => `${who} ändrade registreringen av e-tjänsten ${client}.`,
  },
  'client-secret-renewed': {
    name: 'Ny hemlighet till e-tjänst',
    tells: ({ who, client }: Told) => `${who} gav e-tjänsten ${client} en ny hemlighet.`,
  },
  'client-turned-off': {
    name: 'Avstängd e-tjänst',
    tells: ({ who, client }: Told) => `${who} stängde av e-tjänsten ${client}.`,
  },
  'client-turned-on': {
    name: 'Öppnad e-tjänst',
    tells: ({ who, client }: Told) => `${who} öppnade e-tjänsten ${client} igen.`,
  },
  'client-refused': {
    name: 'E-tjänst som inte kunde visa vem den är',
    tells: ({ client, count, says }: Told) =>
      says('isRegistered', false)
        ? `Ett program uppgav sig vara en e-tjänst som inte finns. Antal försök därifrån: ${count('wrong')}.`
        : `Ett program uppgav sig vara e-tjänsten ${client} men hade fel hemlighet eller nyckel. Antal försök därifrån: ${count('wrong')}.`,
  },
  'client-tried': {
    name: 'Prövad e-tjänst',
    tells: ({ who, whom, client }: Told) => `${who} såg vad e-tjänsten ${client} får veta om ${whom}.`,
  },
  'disposal-report-shown': {
    name: 'Läst gallringsrapport',
    tells: ({ who }: Told) => `${who} läste vad som skulle gallras.`,
  },
  'disposal-ordered': {
    name: 'Beställd gallring',
    tells: ({ who, said }: Told) => `${who} beställde gallring av uppgifter från tiden före ${said('before')}.`,
  },
  'records-disposed': {
    name: 'Genomförd gallring',
    tells: ({ said, count }: Told) =>
      `Uppgifter från tiden före ${said('before')} är gallrade. Antal: ${count('removed')}.`,
  },
  'audit-period-closed': {
    name: 'Gallrad period av loggen',
    tells: ({ who, said }: Told) =>
      `${who} stängde loggen till och med år ${said('lastYear')}. Händelserna till och med ${said('lastSeq')} gallras.`,
  },
  'demo-data-created': { name: 'Demodata', tells: () => 'En tom databas fylldes med demodata.' },
  'audit-searched': {
    name: 'Sökning i loggen',
    tells: ({ who, whom, isAboutSomebody }: Told) =>
      isAboutSomebody ? `${who} sökte i loggen efter ${whom}.` : `${who} sökte i loggen.`,
  },
  'audit-event-shown': {
    name: 'Läst händelse i loggen',
    tells: ({ who, said }: Told) => `${who} läste händelse ${said('event')} i loggen.`,
  },
  'audit-exported': {
    name: 'Nedladdad logg',
    tells: ({ who, count }: Told) => `${who} laddade ner händelser ur loggen. Högst så många: ${count('atMost')}.`,
  },
  'audit-verified': {
    name: 'Kontrollerad kedja',
    tells: ({ who, says, said }: Told) =>
      says('state', 'whole')
        ? `${who} kontrollerade loggen till och med händelse ${said('upTo')}. Kedjan är hel.`
        : `${who} kontrollerade loggen. Kedjan är bruten vid händelse ${said('brokenAt')}.`,
  },
} as const
