import { readFile } from 'node:fs/promises'
import test from 'ava'
import { validate, type Validated } from '../../../src/administration/bulk/validate.js'
import { peopleLimits, readColumns } from '../../../src/administration/bulk/columns.js'
import { readPerson } from '../../../src/administration/bulk/validation/person.js'
import { whatIsWrong } from '../../../src/administration/bulk/add-people.messages.js'
import { readTable } from '../../../src/tables/read-table.js'
import { textIn } from '../../../src/text/text.js'

const services = [
  { code: 'studietider', sv: 'Studietider och utbildningar', en: 'Study periods', isTheirs: true },
  { code: 'studeranderapportering', sv: 'Studeranderapportering', en: 'Students', isTheirs: true },
] as const

/** A list as it was sent in, judged where nobody is known. */
const validated = async (name: string): Promise<readonly Validated[]> => {
  const read = await readTable(await readFile(`test/fixtures/${name}`), peopleLimits)
  if (read.kind !== 'read') throw new Error(read.kind)
  const columns = readColumns(read.table, services)
  if (columns.kind !== 'rows') throw new Error(JSON.stringify(columns.mistakes))
  return validate(columns.rows, { today: '2026-11-30', by: '', known: new Map() })
}

test('a list whose cells have the invisible characters of copying is read as if they were not there', async (t) => {
  const people = (await validated('people-invisible.csv')).map((row) => (row.kind === 'new' ? row.person : row))
  const usual = { givenName: 'Åsa', familyName: 'Öberg', email: 'asa.oberg@skolan.example', street: 'Skolgatan 1' }
  const place = { postalCode: '55318', locality: 'Jönköping', country: 'SE' }
  t.deepEqual(people, [
    { personalIdentityNumber: '198803162380', ...usual, ...place },
    { personalIdentityNumber: '198803172389', ...usual, ...place },
    { personalIdentityNumber: '198803182388', ...usual, familyName: 'Kronqvist', ...place },
    { personalIdentityNumber: '198803192387', ...usual, givenName: 'Nazanin\u200Czahra', ...place },
    { personalIdentityNumber: '198803202384', ...usual, ...place },
  ])
})

test('a list names a country in Swedish, in English or by its letters, and one that nobody knows is wrong in its column', async (t) => {
  const people = await validated('people-abroad.csv')
  t.deepEqual(
    people.map((row) => row.kind === 'new' && [row.person.postalCode, row.person.country]),
    [['10115', 'DE'], ['SW1A 1AA', 'GB'], ['', 'HK'], ['55318', 'SE'], false],
  )
  const last = people.at(-1)
  t.deepEqual(last?.kind === 'wrong' && last.mistakes, [{ column: 'country', why: 'no-country' }])
})

test('a list with å, ä and ö in a mail domain is read, and the address kept under the name that the network has', async (t) => {
  const addresses = (await validated('people-idn-email.csv')).map((row) => row.kind === 'new' && row.person.email)
  t.deepEqual(addresses, ['asa.oberg@xn--rksmrgs-5wao1o.example', 'asa.oberg@xn--rksmrgs-5wao1o.example'])
})

test('a list with samordningsnummer without a known day or month is read', async (t) => {
  const numbers = (await validated('people-coordination-00.csv')).map(
    (row) => row.kind === 'new' && row.person.personalIdentityNumber,
  )
  t.deepEqual(numbers, ['195000882398', '195000722396', '195000602390', '195003602397'])
})

test('a list with letters that no letter on paper can carry is refused, and the first of them is named', async (t) => {
  const [row] = await validated('people-letters-shown.csv')
  t.deepEqual(row?.kind === 'wrong' && row.mistakes, [
    { column: 'givenName', why: 'unreadable', words: ['م (U+0645)'] },
    { column: 'familyName', why: 'unreadable', words: ['ا (U+0627)'] },
  ])
})

test('a mark, a blank day and a blank cell beyond the columns are read as if copying had left nothing in them', async (t) => {
  const line = (row: number, cells: readonly string[]) => ({ row, cells })
  const headings = ['Personnummer', 'Förnamn', 'Efternamn', 'E-post', 'Gatuadress', 'Postnummer', 'Ort']
  const columns = readColumns(
    {
      lines: [
        line(1, [...headings, '\uFEFFStuderanderapportering', 'Från\u2069', 'Till']),
        line(2, [
          '\u2066١٩٩٠٠١٠١-٩٨٠٢\u2069',
          'Åsa',
          'Öberg',
          'asa@skolan.example',
          'Skolgatan 1',
          'S\u2011553\u00A018',
          'Jönköping',
          'J\u00ADA',
          '\u200B',
          '\u2068२०२६\u2011१२\u2011०१',
          '\uFEFF \u2060',
        ]),
      ],
    },
    services,
  )
  if (columns.kind !== 'rows') throw new Error(JSON.stringify(columns.mistakes))
  const [row] = await validate(columns.rows, { today: '2026-11-30', by: '', known: new Map() })
  t.like(row, {
    kind: 'new',
    person: { personalIdentityNumber: '199001019802', postalCode: '55318' },
    grants: [{ service: 'studeranderapportering', validFrom: '2026-11-30', validTo: '2026-12-01' }],
  })
})

test('a list has a dash for the name that a person lacks; an empty cell is a mistake that says so', async (t) => {
  const [noGiven, noFamily, dash] = await validated('people-mononym.csv')
  t.deepEqual(noGiven?.kind === 'wrong' && noGiven.mistakes, [{ column: 'givenName', why: 'missing' }])
  t.deepEqual(noFamily?.kind === 'wrong' && noFamily.mistakes, [{ column: 'familyName', why: 'missing' }])
  t.like(dash?.kind === 'new' && dash.person, { givenName: null, familyName: 'Suharto' })
  const words = { text: textIn('sv'), language: 'sv', services } as const
  const dashes = readPerson({
    givenName: '-',
    familyName: '–',
    email: 'asa@skolan.example',
    street: 'Skolgatan 1',
    postalCode: '55318',
    locality: 'Jönköping',
    country: '',
  }).mistakes
  t.deepEqual(dashes, [{ column: 'givenName', why: 'neither-name' }], 'one sentence for two dashes')
  t.is(
    whatIsWrong(words, 2, { column: 'givenName', why: 'neither-name' }),
    'Rad 2, kolumn Förnamn: Skriv det namn som personen har, som förnamn eller som efternamn.',
  )
  t.is(
    whatIsWrong(words, 2, { column: 'givenName', why: 'missing' }),
    'Rad 2, kolumn Förnamn: Skriv förnamnet. Personen är ny hos oss, så alla uppgifter behövs. Har personen bara ett namn skriver du ett bindestreck här.',
  )
})
