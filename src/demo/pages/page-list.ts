import type { Text } from '../../text/text.js'
import type { DemoUsername } from '../people.js'
import type { ExamplePlace } from './demo-pages.queries.js'

/** Every page in every state, by who looks at it. A place in an address (`:letter`) is filled with an example. */

export type PageGroupName = keyof Text['demo']['pages']['groups']
export type PageState = keyof Text['demo']['pages']['states']

export interface PageLine {
  readonly at: string
  /** What is special about it; absent where the address says it all. */
  readonly state?: PageState
  /** What it answers when it is opened from the list, unless that is 200. */
  readonly answers?: 303 | 400 | 404
}

export interface PageGroup {
  readonly name: PageGroupName
  /** Whom to sign in as. */
  readonly as?: DemoUsername
  readonly lines: readonly PageLine[]
}

const plain = (...addresses: readonly string[]): readonly PageLine[] => addresses.map((at) => ({ at }))

const everybody: PageGroup = {
  name: 'everybody',
  lines: [
    ...plain('/', '/handbok', '/tillganglighet', '/losenordskiosk', '/losenordskiosk/andra', '/losenordskiosk/glomt'),
    { at: '/losenordskiosk/kod', state: 'afterStep', answers: 303 },
    { at: '/losenordskiosk/nytt', state: 'afterStep', answers: 303 },
    { at: '/losenordskiosk/klart', state: 'afterStep', answers: 303 },
    { at: '/konto/logga-in', state: 'signIn', answers: 303 },
    { at: '/konto/utloggad', state: 'signedOut' },
    { at: '/finns-inte', state: 'notThere', answers: 404 },
    { at: '/oidc/auth?client_id=nobodys&response_type=code', state: 'misdirected', answers: 400 },
    { at: '/demo/mail', state: 'openFromMailbox' },
    ...plain('/demo/brev', '/demo/sidor'),
  ],
}

const reporter: PageGroup = {
  name: 'reporter',
  as: 'rapport10001',
  lines: plain('/konto', '/konto/be-om-behorighet'),
}

const former: PageGroup = {
  name: 'former',
  as: 'utan10001',
  lines: [{ at: '/konto', state: 'nothingHeld' }, ...plain('/konto/be-om-behorighet')],
}

const school = '/behorigheter/organisationer/:school'
const person = '/behorigheter/personer/:person'

const administrator: PageGroup = {
  name: 'administrator',
  as: 'admin10001',
  lines: [
    { at: '/konto', state: 'administers' },
    ...plain('/behorigheter', '/behorigheter/organisationer', school, `${school}/historik`),
    ...plain('/behorigheter/forfragningar', '/behorigheter/forfragningar/:request'),
    ...plain('/behorigheter/personer'),
    { at: '/behorigheter/personer?sok=xyzzy', state: 'nothingFound' },
    { at: person, state: 'active' },
    { at: '/behorigheter/personer/:newcomer', state: 'withoutPassword' },
    { at: '/behorigheter/personer/:former', state: 'nothingHeld' },
    { at: '/behorigheter/personer/:protected', state: 'protected' },
    ...['historik', 'uppgifter', 'ge', 'har-slutat', 'engangslosenord', 'avsluta-konto'].map((step) => ({
      at: `${person}/${step}`,
    })),
    ...['dagar', 'paus', 'ateruppta', 'avsluta'].map((step) => ({ at: `${person}/${step}?grant-:grant=ja` })),
    { at: '/behorigheter/personer/:returned/brev', state: 'letterReturned' },
    ...plain('/behorigheter/lagg-till'),
    ...['organisation', 'nummer', 'uppgifter', 'tjanster', 'granska', 'klart'].map((step) => ({
      at: `/behorigheter/lagg-till/:draft/${step}`,
      state: 'afterStep' as const,
    })),
    { at: '/behorigheter/lagg-till-flera', answers: 303 },
    ...plain('/behorigheter/lagg-till-flera/till/:school'),
    { at: '/behorigheter/lagg-till-flera/:list', state: 'afterUpload' },
  ],
}

const account = '/handlaggning/konton/:person'
const organisation = '/handlaggning/organisationer/:school'
const client = '/handlaggning/e-tjanster/:client'

const officer: PageGroup = {
  name: 'officer',
  as: 'handlaggare1',
  lines: [
    ...plain('/handlaggning', '/handlaggning/uppdrag', '/handlaggning/mejl'),
    ...plain('/handlaggning/forsakringar', '/handlaggning/forsakringar/ny', '/handlaggning/forsakringar/blankett'),
    { at: '/handlaggning/forsakringar/:waitingAssurance', state: 'waits' },
    { at: '/handlaggning/forsakringar/:approvedAssurance', state: 'approved' },
    { at: '/handlaggning/forsakringar/:rejectedAssurance', state: 'rejected' },
    ...plain('/handlaggning/brev'),
    { at: '/handlaggning/brev/:waitingLetter', state: 'waits' },
    { at: '/handlaggning/brev/:postedLetter', state: 'posted' },
    { at: '/handlaggning/brev/:withheldLetter', state: 'withheld' },
    { at: '/handlaggning/brev/:returnedLetter', state: 'letterReturned' },
    ...plain('/handlaggning/organisationer', '/handlaggning/organisationer/ny', '/handlaggning/organisationer/las-in'),
    { at: '/handlaggning/organisationer/las-in/klart', state: 'afterUpload', answers: 303 },
    { at: '/handlaggning/organisationer/las-in/:file', state: 'afterUpload' },
    ...plain(organisation),
    { at: '/handlaggning/organisationer/:closed', state: 'closed' },
    ...['andra', 'kontakter/ny', 'stang', 'sla-samman', 'behorigheter', 'ge', 'historik'].map((step) => ({
      at: `${organisation}/${step}`,
    })),
    ...plain(`${organisation}/uppdrag/:appointment`),
    ...plain('/handlaggning/organisationer/:contactSchool/kontakter/:contact'),
    { at: '/handlaggning/organisationer/:agencySchool/behorigheter/:agencyGrant', state: 'agencyGives' },
    ...plain('/handlaggning/vem-administrerar', '/handlaggning/vem-administrerar/andra'),
    ...plain('/handlaggning/konton'),
    { at: '/handlaggning/konton?sok=example', state: 'found' },
    { at: '/handlaggning/konton?sok=xyzzy', state: 'nothingFound' },
    { at: account, state: 'active' },
    { at: '/handlaggning/konton/:newcomer', state: 'withoutPassword' },
    { at: '/handlaggning/konton/:locked', state: 'locked' },
    { at: '/handlaggning/konton/:protected', state: 'protected' },
    { at: '/handlaggning/konton/:ended', state: 'ended' },
    ...['historik', 'logga-ut', 'engangslosenord', 'brev', 'skydda', 'uppgifter', 'avsluta'].map((step) => ({
      at: `${account}/${step}`,
    })),
    ...['personnummer', 'sla-ihop'].map((step) => ({ at: `${account}/${step}` })),
    { at: '/handlaggning/konton/:locked/las-upp', state: 'locked' },
    { at: '/handlaggning/konton/:protected/ta-bort-skydd', state: 'protected' },
    { at: '/handlaggning/konton/:ended/oppna', state: 'ended' },
    ...plain('/handlaggning/begaran'),
    { at: '/handlaggning/begaran/:openEnding', state: 'waits' },
    { at: '/handlaggning/begaran/:decidedEnding', state: 'decided' },
    ...plain('/handlaggning/e-tjanster', '/handlaggning/e-tjanster/ny', client),
    ...['andra', 'ny-hemlighet', 'stang-av', 'installningar', 'prova'].map((step) => ({ at: `${client}/${step}` })),
    { at: '/handlaggning/e-tjanster/:turnedOff', state: 'turnedOff' },
    ...plain('/handlaggning/logg', '/handlaggning/logg/kedja', '/handlaggning/logg/:event'),
    ...plain('/handlaggning/gallring', '/handlaggning/gallring/:class'),
  ],
}

export const pageGroups: readonly PageGroup[] = [everybody, reporter, former, administrator, officer]

export type Examples = Readonly<Record<ExamplePlace, string | null>>

/** What the database need not be asked for. */
const constants = { class: 'letters' } as const

/** The address with an example in each place; undefined when the database has none. */
export function addressOf({ at }: PageLine, examples: Examples): `/${string}` | undefined {
  const known: Readonly<Record<string, string | null>> = { ...examples, ...constants }
  const places = [...at.matchAll(/:(\w+)/g)].map(([, place = '']) => place)
  if (places.some((place) => (known[place] ?? null) === null)) return undefined
  return `/${at.slice(1).replaceAll(/:(\w+)/g, (_, place: string) => known[place] ?? '')}`
}
