/** What the agency does about an account: what each act means, and what became of it. */
export const accountActions = {
  whom: (name: string, username: string) => `${name}, ${username}`,
  cancel: 'Avbryt',
  back: 'Tillbaka till kontot',
  own: 'Det här är ditt eget konto. Be en kollega göra det.',
  takesTwo:
    'Det här är en handläggares konto, eller har varit det. Ingen handläggare ändrar det ensam. Driften gör det med kommandot portvakt officer på servern: namn, personnummer, e-postadress, postadress, slut på uppdraget som handläggare och öppning av ett avslutat konto.',
  requestDeclined: 'Kontot är avslutat.',
  heading: 'Åtgärder',
  reason: 'Varför?',
  reasonHint: 'Högst 500 tecken. Skriv inte om personens hälsa eller annat känsligt.',
  wrongReason: 'Skriv varför, med högst 500 tecken.',

  plain: {
    unlock: {
      title: 'Lås upp inloggningen',
      words: [
        'Spärren tas bort nu, i stället för av sig själv. Personens lösenord är detsamma som förut.',
        'Fråga vem du talar med innan du låser upp: någon annan kan ha gissat på lösenordet.',
      ],
      label: 'Lås upp',
      done: 'Inloggningen är upplåst.',
      refused: 'Inloggningen är inte spärrad längre.',
      cannot: 'Inloggningen är inte spärrad.',
    },
    sessions: {
      title: 'Logga ut överallt',
      words: [
        'Alla inloggningar avslutas genast, också i e-tjänsterna. Personen kan logga in igen med sitt lösenord.',
        'Tror du att någon annan kan lösenordet? Skicka då också ett nytt engångslösenord.',
      ],
      label: 'Logga ut överallt',
      done: 'Alla inloggningar är avslutade.',
      refused: 'Det gick inte att avsluta inloggningarna.',
      cannot: 'Kontot är avslutat, så ingen är inloggad.',
    },
    password: {
      title: 'Skicka nytt engångslösenord',
      words: [
        'Ett engångslösenord mejlas till personen, som väljer ett eget lösenord med det i lösenordskiosken. Ett tidigare engångslösenord slutar att gälla. Har personen redan ett lösenord fungerar det tills ett nytt är valt.',
        'Ingen annan än personen ser engångslösenordet, inte heller du.',
      ],
      label: 'Skicka nytt engångslösenord',
      done: 'Engångslösenordet är beställt och mejlas nu.',
      refused:
        'Ett engångslösenord har beställts alldeles nyss, eller flera gånger idag: vänta en stund, och be personen titta i skräpposten. Eller så har en handläggares eller administratörs e-postadress just ändrats: då får ett engångslösenord skickas dit när det har gått ett dygn och den gamla adressen har fått veta det.',
      cannot: 'Det går inte: kontot är avslutat eller saknar e-postadress.',
    },
    letter: {
      title: 'Beställ brev med användarnamn',
      words: [
        'Ett nytt brev med användarnamnet läggs bland breven att posta. Kontrollera först att postadressen stämmer.',
        'Har personen inget lösenord mejlas ett engångslösenord några dagar efter att brevet är postat.',
      ],
      label: 'Beställ brevet',
      done: 'Brevet är beställt.',
      refused: 'Ett brev väntar redan på att postas.',
      cannot: 'Kontot är avslutat.',
    },
    protect: {
      title: 'Markera skyddade personuppgifter',
      words: [
        'Namn, personnummer och adresser visas inte längre för administratörer, i listor, i mejl eller i historiken. Här visas de bara när en handläggare ber om det.',
        'Personen hittas bara med användarnamnet eller hela personnumret. Brev går till den vidarebefordrande adress som en handläggare skriver in.',
      ],
      label: 'Markera',
      done: 'Personen är markerad med skyddade personuppgifter.',
      refused: 'Personen är redan markerad.',
      cannot: 'Personen är redan markerad.',
    },
    unprotect: {
      title: 'Ta bort markeringen om skyddade personuppgifter',
      words: [
        'Namn, personnummer och adresser visas igen för administratörerna där personen har behörighet. Gör det bara när skyddet har upphört.',
      ],
      label: 'Ta bort markeringen',
      done: 'Markeringen är borttagen.',
      refused: 'Personen är inte markerad längre.',
      cannot: 'Personen är inte markerad.',
    },
  },

  end: {
    title: 'Avsluta kontot',
    words: [
      'Allt upphör genast: personen loggas ut överallt, e-tjänsterna får veta det, och alla behörigheter, uppdrag och engångslösenord slutar att gälla. Lösenordet glöms.',
      'Personen får ett mejl, och skolornas behörighetsadministratörer får veta vilka behörigheter som är avslutade. Användarnamnet ges aldrig till någon annan.',
    ],
    label: 'Avsluta kontot',
    done: 'Kontot är avslutat.',
    refused: 'Kontot är redan avslutat.',
    lastOfficer: 'Det är den sista handläggaren. Gör någon annan till handläggare först.',
  },
  reopen: {
    title: 'Öppna kontot igen',
    words: [
      'Kontot får samma användarnamn som förut, men inget lösenord och inga behörigheter. De ges på nytt av den som får ge dem.',
      'Personen får ett mejl. Skicka sedan ett nytt engångslösenord, så att personen kan välja ett lösenord.',
    ],
    label: 'Öppna kontot',
    done: 'Kontot är öppet igen. Skicka ett engångslösenord när personen ska kunna logga in.',
    refused: 'Kontot är inte avslutat, eller har slagits ihop med ett annat.',
  },
  details: {
    title: 'Ändra uppgifter',
    words: 'Ändrar du e-postadressen får både den gamla och den nya adressen ett mejl om det.',
    done: 'Uppgifterna är sparade.',
    cannot: 'Kontot är avslutat. Öppna det först.',
    save: 'Spara',
  },
  endSession: 'Avsluta',
  sessionEnded: 'Inloggningen är avslutad.',
  endings: 'Tidigare avslut',
  endedBecause: (day: string, reason: string) => `Avslutades ${day}: ${reason}`,
  reopenedBecause: (day: string, reason: string) => `Öppnades igen ${day}: ${reason}`,
  openRequest: 'En administratör har begärt att kontot avslutas',

  mails: {
    endedSubject: 'Ditt konto är avslutat',
    endedWhat:
      'Vi på myndigheten har avslutat ditt konto. Det går inte att logga in med det längre, och dina behörigheter har upphört.',
    endedWrong: 'Stämmer det inte? Ring oss.',
    reopenedSubject: 'Ditt konto är öppet igen',
    reopenedWhat:
      'Vi på myndigheten har öppnat ditt konto igen, med samma användarnamn som förut. Ditt gamla lösenord gäller inte: du väljer ett nytt med ett engångslösenord som kommer i ett eget mejl.',
    reopenedWrong: 'Väntade du dig inte det? Ring oss genast.',
    resetSubject: 'Ditt lösenord gäller inte längre',
    resetWhat: 'Lösenordet till ditt konto gäller inte längre, och kontot har loggats ut överallt.',
    resetWhy:
      'Du har fått ett nytt uppdrag. Innan det började kan någon annan ha lagt upp kontot och valt lösenordet. Därför får bara den som läser mejlen till den här adressen välja ett nytt.',
    resetNext:
      'Användarnamnet är detsamma som förut. Det kommer också i ett brev, och några dagar senare ett mejl med ett engångslösenord. Kommer du ihåg användarnamnet kan du beställa ett engångslösenord själv i lösenordskiosken. Har din e-postadress just ändrats går det först efter ett dygn.',
    resetWrong: 'Väntade du dig inte det? Ring oss genast.',
    mergedSubject: 'Dina två konton har blivit ett',
    mergedWhat:
      'Du hade två konton, eftersom ditt samordningsnummer har blivit ett personnummer. Vi på myndigheten har slagit ihop dem. Dina behörigheter finns på det här kontot, och det andra kontots användarnamn går inte att använda längre.',
    mergedEndedWhat:
      'Du hade två konton, eftersom ditt samordningsnummer har blivit ett personnummer. Vi på myndigheten har slagit ihop dem. Användarnamnet till det här kontot går inte att använda längre: logga in med det andra, där dina behörigheter finns.',
    mergedWrong: 'Stämmer det inte? Ring oss genast.',
    decidedSubject: 'Din begäran om att ett konto avslutas',
    decidedEnded: (whom: string, organisation: string) =>
      `Du har begärt att kontot för ${whom} avslutas (${organisation}). Kontot är nu avslutat.`,
    decidedDeclined: (whom: string, organisation: string) =>
      `Du har begärt att kontot för ${whom} avslutas (${organisation}). Vi har beslutat att kontot ska finnas kvar.`,
    decidedWhy: (answer: string) => `Vår förklaring: ${answer}`,
    decidedLeft: 'Har personen slutat hos er kan du själv avsluta behörigheterna med Har slutat.',
    somebodyProtected: 'en person med skyddade personuppgifter',
  },
} as const
