/** What has been kept long enough, and what becomes of it. */
export const disposal = {
  title: 'Gallring',
  preamble:
    'Här ser du vad som har sparats tillräckligt länge. Inget gallras förrän du har bekräftat det, en sorts uppgifter i taget.',
  classes: {
    events: 'Händelser i loggen',
    letters: 'Postade brev',
    requests: 'Besvarade förfrågningar om behörighet',
    'ending-requests': 'Beslutade begäranden om att avsluta konton',
    assurances: 'Personuppgifter i försäkringar som inte gäller',
    accounts: 'Personuppgifter för avslutade konton',
    endings: 'Motiveringar för konton som öppnades igen',
  },
  reasons: {
    events: 'Hela kalenderår gallras. Loggen går att kontrollera även efteråt.',
    letters: 'Brevet säger bara att användarnamnet har skickats.',
    requests: 'Behörigheten som följde visar resten.',
    'ending-requests': 'Kontot visar resten.',
    assurances:
      'Vem som godkände den, och när, finns kvar. Namn, personnummer, adresser, motivering till ett avslag och den inskannade blanketten försvinner.',
    accounts:
      'Kontot finns kvar i loggen. Namn, personnummer, adresser, användarnamn, lösenord och motiveringar försvinner.',
    endings: 'När och av vem kontot avslutades och öppnades finns kvar. Varför försvinner.',
  },
  kept: (years: string) => (years === '1' ? 'Sparas i 1 år.' : `Sparas i ${years} år.`),
  nothing: 'Inget att gallra.',
  due: (count: string, oldest: string, newest: string) => `${count} att gallra, från ${oldest} till ${newest}.`,
  along: {
    assurances: (count: string) => `Inskannade blanketter som följer med: ${count}.`,
    accounts: (count: string) => `Motiveringar till avslut som följer med: ${count}.`,
  },
  underWay: (removed: string, expected: string) => `Gallras nu: ${removed} av ${expected}.`,
  look: (name: string) => `Gallra: ${name}`,
  byThemselves: 'Det som försvinner av sig självt',
  days: {
    formerEmail: (days: string) => `Tidigare e-postadresser: efter ${days} dagar.`,
    session: (days: string) => `Avslutade inloggningar: efter ${days} dagar.`,
    draft: (days: string) => `Det som någon har börjat skriva och inte sparat: efter ${days} dagar.`,
    visit: (minutes: string) => `Påbörjade besök i lösenordskiosken: efter ${minutes} minuter.`,
  },
  done: 'Tidigare gallringar',
  doneNone: 'Inget har gallrats än.',
  doneLine: (name: string, day: string, count: string) => `${name}, från tiden före ${day}. Antal: ${count}.`,

  confirmTitle: (name: string) => `Gallra ${name.toLowerCase()}?`,
  confirmWhat: (count: string, before: string) => `Antal som gallras: ${count}. De är från tiden före ${before}.`,
  confirmWarning: 'Det går inte att ångra.',
  confirm: 'Gallra nu',
  cancel: 'Avbryt',
  outcome: {
    ordered: 'Gallringen har börjat. Uppdatera sidan för att se hur långt den har kommit.',
    nothing: 'Det fanns inget att gallra.',
    'under-way': 'Samma gallring pågår redan.',
    'not-yet': 'Uppgifterna ska sparas längre. Inget har gallrats.',
  },
} as const
