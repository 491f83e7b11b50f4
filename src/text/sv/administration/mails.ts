export const mails = {
  holderSubject: 'Dina behörigheter har ändrats',
  holderWhat: (by: string) => `${by} har ändrat dina behörigheter:`,
  holderLink: 'Se dina behörigheter',
  holderWrong:
    'Stämmer det inte? Kontakta behörighetsadministratören på din skola eller i din kommun. En behörighet är personlig: låna aldrig ut den.',
  subject: 'Behörigheter har ändrats',
  administratorWhat: (by: string) => `${by} har ändrat behörigheter som du är med och administrerar:`,
  administratorLink: 'Se personerna',
  administratorWrong:
    'Mejlet går till alla behörighetsadministratörer för skolan eller kommunen, också till den som gjorde ändringen.',
  ofPerson: (name: string, what: string) => `${name}: ${what}`,
  andMore: (count: number) => (count === 1 ? 'och en ändring till' : `och ${count} ändringar till`),
  serviceAt: (service: string, organisation: string) => `${service} för ${organisation}`,
  granted: (where: string, span: string) => `${where}: ny behörighet. ${span}.`,
  changed: (where: string, span: string) => `${where}: nya dagar. ${span}.`,
  paused: (where: string, day: string, last: string) => `${where}: paus från ${day} till och med ${last}.`,
  resumed: (where: string, span: string) => `${where}: gäller igen efter pausen. ${span}.`,
  ended: (where: string) => `${where}: behörigheten är avslutad.`,
} as const
