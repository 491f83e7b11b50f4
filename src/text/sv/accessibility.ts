/**
 * The statement that lagen (2018:1937) om tillgänglighet till digital offentlig service asks for, in the order of the
 * supervising agency's model. It tells what has been tested and how, and claims nothing else.
 */
export const accessibility = {
  title: 'Tillgänglighet för Portvakt',
  preamble:
    'Vi står bakom den här webbplatsen och vill att så många som möjligt ska kunna använda den. Den här redogörelsen beskriver hur Portvakt uppfyller lagen om tillgänglighet till digital offentlig service, eventuella kända brister och hur du kan rapportera brister till oss.',
  howTitle: 'Hur tillgänglig är webbplatsen?',
  how: 'Vi känner inte till några brister i webbplatsens tillgänglighet. Du kan bland annat:',
  can: [
    'nå och använda allt med enbart tangentbord, och hela tiden se var du är',
    'använda webbplatsen med skärmläsare: varje fält har en etikett, och fel förklaras både överst på sidan och vid fältet',
    'förstora till 400 procent utan att behöva rulla i sidled',
    'välja ljust eller mörkt utseende och hög kontrast i din enhet',
    'välja om lösenordet ska synas när du skriver, klistra in det och använda lösenordshanterare',
    'använda webbplatsen utan JavaScript.',
  ],
  insteadTitle: 'Vad kan du göra om du inte kan använda delar av webbplatsen?',
  instead:
    'Kontakta din skolas behörighetsadministratör, eller oss, så hjälper vi dig på ett annat sätt. Du kan också be om innehållet i en annan form.',
  contact: 'Så når du oss',
  reportTitle: 'Rapportera brister i webbplatsens tillgänglighet',
  report:
    'Vi arbetar hela tiden med att förbättra webbplatsen. Upptäcker du problem som inte är beskrivna här, eller tycker du att vi inte uppfyller lagens krav, hör av dig till oss så att vi får veta att problemet finns.',
  supervisionTitle: 'Tillsyn',
  supervision:
    'Myndigheten för digital förvaltning har ansvaret för tillsyn över lagen om tillgänglighet till digital offentlig service. Är du inte nöjd med hur vi hanterar dina synpunkter kan du anmäla det dit.',
  supervisionLink: 'Anmäl till Myndigheten för digital förvaltning',
  supervisionAddress: 'https://www.digg.se/tdosanmalan',
  technicalTitle: 'Teknisk information om webbplatsens tillgänglighet',
  technical:
    'Enligt vår egen bedömning är webbplatsen förenlig med lagen om tillgänglighet till digital offentlig service. Måttstocken är WCAG 2.2 på nivå AA, som går längre än den standard som lagen hänvisar till, EN 301 549.',
  testedTitle: 'Hur vi har testat webbplatsen',
  tested: [
    'Varje sida prövas automatiskt mot WCAG 2.2 AA vid varje ändring: på svenska och engelska, i ljust och mörkt utseende och på stor och liten skärm.',
    'Samma prövning kontrollerar att allt nås med tangentbordet, att inget kräver rullning i sidled vid 320 bildpunkter och att sidorna fungerar utan JavaScript.',
    'Ingen oberoende granskning har gjorts ännu.',
  ],
  updated: 'Redogörelsen uppdaterades senast den 23 november 2026.',
} as const
