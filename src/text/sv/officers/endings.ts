/** An organisation closes, or goes into another. */
export const endings = {
  close: 'Stäng',
  merge: 'Slå samman med en annan',
  closeTitle: (name: string) => `Stäng ${name}`,
  closeWhat: 'Alla behörigheter och uppdrag här avslutas genast. Inget tas bort ur historiken.',
  mergeTitle: (name: string, into: string) => `Slå samman ${name} med ${into}`,
  mergeWhat: (name: string, into: string) =>
    `${name} stängs. Behörigheterna som finns där avslutas, och gäller från i dag ${into} i stället, med samma sista dag och samma pauser. Inget tas bort ur historiken.`,
  whatFollows: 'Det här berörs',
  people: (people: number, grants: number) => {
    if (people === 0) return 'Ingen har någon behörighet här.'
    return `${people === 1 ? 'En person' : `${people} personer`} med sammanlagt ${grants === 1 ? 'en behörighet' : `${grants} behörigheter`}.`
  },
  administrators: (count: number) => {
    if (count === 0) return 'Ingen är behörighetsadministratör här.'
    return count === 1 ? 'En behörighetsadministratör.' : `${count} behörighetsadministratörer.`
  },
  appointmentsGoOn: 'Uppdragen som behörighetsadministratör går också över: ingen har haft något där förut.',
  appointmentsEnd: (into: string) =>
    `Uppdragen som behörighetsadministratör går inte över. Den som ska vara behörighetsadministratör för ${into} utses med en försäkran därifrån, som två handläggare tar hand om.`,
  formsStay: (into: string) =>
    `Skolformer, adress och kontaktpersoner för ${into} ändras inte. Ändra dem på sidan för ${into} om de ska följa med.`,
  assurances: (count: number) =>
    count === 1 ? 'En försäkran som väntar på beslut avvisas.' : `${count} försäkringar som väntar på beslut avvisas.`,
  requests: (count: number) =>
    count === 1
      ? 'En förfrågan om behörighet som ingen har svarat på avslås, och den som frågade får ett mejl.'
      : `${count} förfrågningar om behörighet som ingen har svarat på avslås, och de som frågade får ett mejl.`,
  unanswered: (name: string, into: string | undefined) =>
    into === undefined ? `${name} har stängts.` : `${name} har gått upp i ${into}. Fråga där i stället.`,
  told: 'Alla som berörs får ett mejl. E-tjänster som de är inloggade i får veta det genast.',
  noWayBack: 'Det går inte att ångra.',
  closeDo: 'Stäng nu',
  mergeDo: 'Slå samman nu',
  cancel: 'Avbryt',
  chooseTitle: (name: string) => `Slå samman ${name} med en annan`,
  chooseWords: 'Ange den som tar över behörigheterna. Sedan får du se vad som händer innan något görs.',
  code: 'Kod för den som tar över',
  proceed: 'Fortsätt',
  wrongCode: {
    school: 'Ingen annan öppen skola har den koden. Skriv skolkoden med inledande nollor.',
    municipality: 'Ingen annan öppen kommun har den koden. Skriv kommunkoden med inledande nollor.',
  },
  refused: {
    'changed-meanwhile': 'Någon annan har just ändrat uppgifterna. Läs igenom det som gäller nu, och försök igen.',
    'cannot-take-over': 'Den som skulle ta över är stängd, eller av ett annat slag. Välj en annan.',
    'concerns-themselves':
      'Du har själv en behörighet eller ett uppdrag här, och kan inte ge dig själv ett nytt. En annan handläggare får göra det.',
  },
  mail: {
    closedSubject: (name: string) => `${name} har stängts`,
    closed: (name: string) => `${name} har stängts. De behörigheter och uppdrag som du hade där är avslutade.`,
    mergedSubject: (name: string, into: string) => `${name} har gått upp i ${into}`,
    merged: (name: string, into: string) =>
      `${name} har gått upp i ${into}. De behörigheter som du hade för ${name} gäller nu ${into} i stället.`,
    receiving: (name: string, into: string) =>
      `${name} har gått upp i ${into}, där du är behörighetsadministratör. De som hade behörigheter för ${name} har dem nu för ${into}: gå igenom vilka de är.`,
    toPeople: 'Se personerna',
    toAccount: 'Se dina behörigheter',
    wrong: 'Stämmer det inte? Ring oss.',
  },
} as const
