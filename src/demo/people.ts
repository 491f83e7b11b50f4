import type { NewPerson } from '../accounts/create-account.js'

/**
 * The people of the demo (contract.md, "Demo data"). All are invented: their numbers follow Skatteverket's rule for
 * test numbers, a birth number from 980 to 989, and their addresses end in .example, which nobody can own (RFC 2606).
 */
export interface DemoPerson {
  readonly username: string
  readonly person: NewPerson
  /** Chosen already; without it, an initial one-time password lies in the demo mailbox. */
  readonly hasPassword: boolean
}

export const demoPassword = 'Vintern kom tidigt 2026'

const jonkoping = { postalCode: '55318', locality: 'Jönköping' }
const norrsjo = { postalCode: '91098', locality: 'Norrsjö' }

export const demoPeople = [
  {
    username: 'handlaggare1',
    hasPassword: true,
    person: {
      personalIdentityNumber: '196803149845',
      givenName: 'Karin',
      familyName: 'Sundqvist',
      email: 'karin.sundqvist@myndigheten.example',
      street: 'Storgatan 4',
      postalCode: '83140',
      locality: 'Östersund',
    },
  },
  {
    username: 'handlaggare2',
    hasPassword: true,
    person: {
      personalIdentityNumber: '197109259817',
      givenName: 'Johan',
      familyName: 'Åkerlund',
      email: 'johan.akerlund@myndigheten.example',
      street: 'Kyrkgatan 31 B',
      postalCode: '83140',
      locality: 'Östersund',
    },
  },
  {
    username: 'admin10001',
    hasPassword: true,
    person: {
      personalIdentityNumber: '197506029805',
      givenName: 'Marie',
      familyName: 'Lindblad',
      email: 'marie.lindblad@vatterbygden.example',
      street: 'Hamngatan 12',
      ...jonkoping,
    },
  },
  {
    username: 'admin10002',
    hasPassword: true,
    person: {
      personalIdentityNumber: '196408089826',
      givenName: 'Britt-Inger',
      familyName: 'Nilsson Röd',
      email: 'britt-inger.nilsson@norrsjo.example',
      street: 'Skolvägen 3',
      ...norrsjo,
    },
  },
  {
    username: 'rapport10001',
    hasPassword: true,
    person: {
      personalIdentityNumber: '198204179835',
      givenName: 'Amir',
      familyName: 'Haddad',
      email: 'amir.haddad@vatterbygden.example',
      street: 'Strandvägen 8',
      ...jonkoping,
    },
  },
  {
    username: 'rapport10002',
    hasPassword: true,
    person: {
      personalIdentityNumber: '198801199863',
      givenName: 'Elin',
      familyName: 'Sjöström',
      email: 'elin.sjostrom@norrsjo.example',
      street: 'Folkhögskolevägen 1',
      ...norrsjo,
    },
  },
  {
    username: 'budget0999',
    hasPassword: true,
    person: {
      personalIdentityNumber: '197902239875',
      givenName: 'Per-Olof',
      familyName: 'Wikström',
      email: 'per-olof.wikstrom@kommun.norrsjo.example',
      street: 'Torggatan 2',
      ...norrsjo,
    },
  },
  {
    username: 'ny10001',
    hasPassword: false,
    person: {
      personalIdentityNumber: '200105129886',
      givenName: 'Saga',
      familyName: 'Ekholm',
      email: 'saga.ekholm@vatterbygden.example',
      street: 'Östra Strandgatan 19',
      ...jonkoping,
    },
  },
  {
    username: 'utan10001',
    hasPassword: true,
    person: {
      personalIdentityNumber: '199107309859',
      givenName: 'Oskar',
      familyName: 'Brandt',
      email: 'oskar.brandt@vatterbygden.example',
      street: 'Kungsgatan 27',
      ...jonkoping,
    },
  },
] as const satisfies readonly DemoPerson[]

export const demoOfficers = ['handlaggare1', 'handlaggare2'] as const

export type DemoUsername = (typeof demoPeople)[number]['username']
