export const letters = {
  title: 'Brev med användarnamn',
  preamble:
    'Breven läggs i fönsterkuvert och postas. När de är postade markerar du dem här: då börjar dagarna räknas tills engångslösenordet mejlas.',
  toPost: 'Att posta',
  nothingToPost: 'Inga brev väntar.',
  posted: 'Postade på senare tid',
  nothingPosted: 'Inga brev har postats än.',
  recipient: 'Mottagare',
  username: 'Användarnamn',
  orderedAt: 'Beställt',
  postedAt: 'Postat',
  organisation: 'Skola eller kommun',
  byAgency: 'Myndigheten',
  protectedRecipient: 'Skyddade personuppgifter: skickas till vidarebefordrande adress',
  noAddress: 'Ingen postadress',
  choose: (name: string) => `Välj brevet till ${name}`,
  markPosted: 'Markera som postade',
  chooseSome: 'Välj minst ett brev.',
  done: (count: number) =>
    count === 1 ? 'Ett brev är markerat som postat.' : `${count} brev är markerade som postade.`,
} as const
