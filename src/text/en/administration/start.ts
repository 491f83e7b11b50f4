export const start = {
  title: 'Permissions',
  greeting: (organisations: string) => `You administer ${organisations}.`,
  and: 'and',
  add: 'Add a user',
  people: 'Search and change',
  todo: 'To do',
  nothing: 'Nothing is waiting for you. Well done!',
  requests: (count: number) =>
    count === 1 ? 'One person asks for a permission' : `${count} people ask for a permission`,
  toRequests: 'Read and answer',
  withoutPassword: (count: number) =>
    count === 1 ? 'One person has not chosen a password' : `${count} people have not chosen a password`,
  waitingSince: (name: string, day: string) => `${name}, added on ${day}`,
  toWithoutPassword: 'See all without a password',
  ending: (count: number) =>
    count === 1 ? 'One permission ends within 30 days' : `${count} permissions end within 30 days`,
  endsOn: (name: string, service: string, day: string) => `${name}, ${service}: last day ${day}`,
  unreachable: (count: number) =>
    count === 1 ? 'Mails to one person do not arrive' : `Mails to ${count} people do not arrive`,
  refusedSince: (name: string, day: string) => `${name}: the address has not taken mails since ${day}`,
  returned: (count: number) =>
    count === 1 ? 'The letter to one person came back' : `The letters to ${count} people came back`,
  cameBack: (name: string, day: string) => `${name}: came back ${day}. Put the postal address right.`,
  more: (count: number) => (count === 1 ? 'and one more' : `and ${count} more`),
  holders: 'How many have a permission today',
  service: 'Service',
  count: 'Number of people',
  whose: 'School or municipality',
  help: [
    'Here you see what needs doing, and how many have a permission today.',
    'Add a user gives a person a permission. If we do not know the person, they also get an account: the username comes in a letter, and some days later a one-time password comes by mail.',
    'Under People you search and change permissions. When somebody leaves, choose Has left on the person’s page.',
  ],
} as const
