export const mails = {
  holderSubject: 'Your permissions have changed',
  holderWhat: (by: string) => `${by} has changed your permissions:`,
  holderLink: 'See your permissions',
  holderWrong:
    'Is something wrong? Contact the permission administrator at your school or in your municipality. A permission is personal: never lend it.',
  subject: 'Permissions have changed',
  administratorWhat: (by: string) => `${by} has changed permissions that you help to administer:`,
  administratorLink: 'See the people',
  administratorWrong:
    'This mail goes to every permission administrator of the school or municipality, the one who made the change included.',
  ofPerson: (name: string, what: string) => `${name}: ${what}`,
  andMore: (count: number) => (count === 1 ? 'and one more change' : `and ${count} more changes`),
  serviceAt: (service: string, organisation: string) => `${service} for ${organisation}`,
  granted: (where: string, span: string) => `${where}: new permission. ${span}.`,
  changed: (where: string, span: string) => `${where}: other days. ${span}.`,
  paused: (where: string, day: string, last: string) => `${where}: pause from ${day} to ${last} inclusive.`,
  resumed: (where: string, span: string) => `${where}: valid again after the pause. ${span}.`,
  ended: (where: string) => `${where}: the permission has ended.`,
} as const
