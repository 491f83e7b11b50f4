import test, { type ExecutionContext } from 'ava'
import { textIn } from '../../src/text/text.js'
import { longest } from '../../src/values/mistakes.js'
import { atNumber, typeDetails, typeNumber } from '../administration/add/client.js'
import { atUpload, csvOf, headings, newcomer } from '../administration/bulk/list.js'
import { personPage } from '../administration/person/client.js'
import { accountIdOf, signedInAs, wordsOf } from '../own-account/client.js'
import { openBrowser, type Browser } from '../support/browser.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { wrongValues, type Field } from './wrong-values.js'

const { mistakes } = textIn('sv')
const wrong = wrongValues(textIn('sv'))

/** Where a value is asked for: what is said when it is wrong and all else is right. */
type SendsValue = (field: Field, value: string) => Promise<readonly string[]>

const right = {
  givenName: 'Ylva',
  familyName: 'Åström',
  email: 'ylva.astrom@vatterbygden.example',
  street: 'Hamngatan 3',
  postalCode: '553 22',
  locality: 'Jönköping',
  country: 'SE',
} as const

test('one mistake reads the same in every form, in every file and in the kiosk', async (t) => {
  const app = await startTestApp(t)
  const forms = await formsOf(t, app)
  for (const [field, value, sentence] of wrong) {
    const asking = Object.entries(forms).filter(([, form]) => form.asks.includes(field))
    t.true(asking.length > 1, `${field} is asked for in more than one place`)
    for (const [name, { send }] of asking) {
      const said = await send(field, value)
      // A form goes on to say what to tick when a person has no such name.
      const rest = ` ${mistakes['needs-tick']}`
      t.true(
        said.some((words) => words === sentence || words === sentence + rest),
        `${name}, ${field} «${value.slice(0, 30)}»: ${said.join(' | ')}`,
      )
    }
  }
})

interface Asking {
  readonly asks: readonly Field[]
  readonly send: SendsValue
}

const detailsAsked = ['givenName', 'familyName', 'email', 'street', 'postalCode', 'locality', 'country'] as const
const personAsked = ['number', ...detailsAsked] as const
const organisationAsked = ['code', 'name', 'street', 'postalCode', 'locality'] as const

async function formsOf(t: ExecutionContext, app: TestApp): Promise<Readonly<Record<string, Asking>>> {
  const adding = await atNumber(t, app)
  const changing = await personPage(t, app, 'rapport10001')
  const changed = changing.path()
  const list = await atUpload(t, app)
  const officer = await signedInAs(t, app, 'handlaggare1')
  const reporter = await accountIdOf(app, 'rapport10001')
  const { id: school } = await app.owner
    .selectFrom('organisation')
    .select('id')
    .where('code', '=', '10002')
    .executeTakeFirstOrThrow()
  await app.owner
    .updateTable('administered_by')
    .set({ administrator: 'agency' })
    .where('school_form', '=', 'folkhogskola')
    .where('service', '=', 'studeranderapportering')
    .execute()

  const fillAll = (browser: Browser, labels: Readonly<Partial<Record<Field, readonly string[]>>>, typed: Typed) => {
    for (const [field, names] of Object.entries(labels) as [Field, readonly string[]][])
      for (const name of names) browser.fill(name, typed[field] ?? '')
  }
  const detailLabels = {
    givenName: ['Förnamn'],
    familyName: ['Efternamn'],
    email: ['E-postadress', 'E-postadress en gång till'],
    street: ['Gatuadress'],
    postalCode: ['Postnummer'],
    locality: ['Postort'],
    country: ['Land'],
  }

  return {
    'the sign-in': {
      asks: ['username', 'password'],
      send: async (field, value) => {
        const visitor = openBrowser(t, app.home)
        await visitor.open('/konto')
        visitor.fill('Användarnamn', field === 'username' ? value : 'rapport10001')
        visitor.fill('Lösenord', field === 'password' ? value : 'nästan rätt')
        await visitor.press('Logga in')
        return visitor.errors()
      },
    },
    'the kiosk, to change': {
      asks: ['username', 'password'],
      send: async (field, value) => {
        const visitor = openBrowser(t, app.home)
        await visitor.open('/losenordskiosk/andra')
        visitor.fill('Användarnamn', field === 'username' ? value : 'rapport10001')
        visitor.fill('Lösenord eller engångslösenord', field === 'password' ? value : 'nästan rätt')
        await visitor.press('Fortsätt')
        return visitor.errors()
      },
    },
    'the kiosk, when forgotten': {
      asks: ['username'],
      send: async (_, value) => {
        const visitor = openBrowser(t, app.home)
        await visitor.open('/losenordskiosk/glomt')
        visitor.fill('Användarnamn', value)
        await visitor.press('Fortsätt')
        return visitor.errors()
      },
    },
    'Lägg till': {
      asks: personAsked,
      send: async (field, value) => {
        await adding.open('/behorigheter/lagg-till')
        await typeNumber(adding, field === 'number' ? value : '900101-9802')
        if (field !== 'number') {
          const typed = { ...right, [field]: value }
          adding.fill('Land', typed.country)
          await typeDetails(adding, {
            Förnamn: typed.givenName,
            Efternamn: typed.familyName,
            'E-postadress': typed.email,
            'E-postadress en gång till': typed.email,
            'Gatuadress eller box': typed.street,
            Postnummer: typed.postalCode,
            Ort: typed.locality,
          })
        }
        return adding.errors()
      },
    },
    'Ändra uppgifter': {
      asks: detailsAsked,
      send: async (field, value) => {
        await changing.open(`${changed}/uppgifter`)
        fillAll(changing, detailLabels, { ...right, [field]: value })
        await changing.press('Spara')
        return changing.errors()
      },
    },
    'an officer’s Ändra uppgifter': {
      asks: detailsAsked,
      send: async (field, value) => {
        await officer.open(`/handlaggning/konton/${reporter}/uppgifter`)
        fillAll(officer, detailLabels, { ...right, [field]: value })
        await officer.press('Spara')
        return officer.errors()
      },
    },
    'an officer’s Ändra personnummer': {
      asks: ['number'],
      send: async (_, value) => {
        await officer.open(`/handlaggning/konton/${reporter}/personnummer`)
        officer.fill('Nytt personnummer eller samordningsnummer', value)
        await officer.press('Spara')
        return officer.errors()
      },
    },
    'an officer’s permission for somebody new': {
      asks: personAsked,
      send: async (field, value) => {
        await officer.open(`/handlaggning/organisationer/${school}/ge`)
        officer.tick('Studeranderapportering')
        officer.fill('Person', field === 'number' ? value : '900101-9802')
        const typed = { ...right, [field]: value }
        officer.fill('Förnamn', typed.givenName)
        officer.fill('Efternamn', typed.familyName)
        officer.fill('E-postadress', typed.email)
        officer.fill('Gatuadress', typed.street)
        officer.fill('Postnummer', typed.postalCode)
        officer.fill('Ort', typed.locality)
        officer.fill('Land', typed.country)
        await officer.press('Ge behörigheten')
        return officer.errors()
      },
    },
    'an assurance': {
      asks: [...personAsked, 'code'],
      send: async (field, value) => {
        const typed = { number: '900101-9802', code: '10001', ...right, [field]: value }
        await officer.open('/handlaggning/forsakringar/ny')
        officer.tick('En skola')
        officer.tick('Är kvar')
        officer.fill('Skolkod eller kommunkod', typed.code)
        officer.fill('Undertecknad av (rektor eller förvaltningschef)', 'Berit Ask')
        officer.fill('Undertecknad den', '2026-01-10')
        officer.fill('Personnummer eller samordningsnummer', typed.number)
        officer.fill('Förnamn', typed.givenName)
        officer.fill('Efternamn', typed.familyName)
        officer.fill('E-postadress', typed.email)
        officer.fill('Gatuadress', typed.street)
        officer.fill('Postnummer', typed.postalCode)
        officer.fill('Ort', typed.locality)
        officer.fill('Land', typed.country)
        await officer.press('Registrera')
        return officer.errors()
      },
    },
    'a school': {
      asks: organisationAsked,
      send: async (field, value) => {
        const typed = { code: '10077', name: 'Provskolan', ...right, [field]: value }
        await officer.open('/handlaggning/organisationer/ny')
        officer.tick('Skola')
        officer.tick('Komvux')
        officer.tick('På webben')
        officer.fill('Skolkod eller kommunkod', typed.code)
        officer.fill('Namn', typed.name)
        officer.fill('Gatuadress eller box', typed.street)
        officer.fill('Postnummer', typed.postalCode)
        officer.fill('Ort', typed.locality)
        await officer.press('Registrera')
        return officer.errors()
      },
    },
    'a contact person': {
      asks: ['email', 'name'],
      send: async (field, value) => {
        // A person’s name is shorter than a school’s.
        const name = value.length > longest.organisationName ? undefined : value
        if (field === 'name' && name === undefined) return [mistakes['too-long'](String(longest.organisationName))]
        await officer.open(`/handlaggning/organisationer/${school}/kontakter/ny`)
        officer.fill('Namn', field === 'name' ? value : 'Åsa Prov')
        officer.fill('Telefonnummer', '08-465 004 00')
        officer.fill('E-postadress', field === 'email' ? value : right.email)
        await officer.press('Spara')
        return officer.errors()
      },
    },
    'the file of people': {
      asks: personAsked,
      send: async (field, value) => {
        const heading = {
          number: 'Personnummer',
          givenName: 'Förnamn',
          familyName: 'Efternamn',
          email: 'E-post',
          street: 'Gatuadress',
          postalCode: 'Postnummer',
          locality: 'Ort',
          country: 'Land',
          name: '',
          code: '',
          username: '',
          password: '',
        }[field]
        await list.browser.open(`/behorigheter/lagg-till-flera/till/${list.organisation}`)
        await list.send(csvOf([newcomer(0, { [heading]: value })], [...headings, 'Land']))
        return saidOfRow(list.browser, `Rad 2, kolumn ${heading}: `)
      },
    },
    'the file of organisations': {
      asks: organisationAsked,
      send: async (field, value) => {
        const typed = { code: '10077', name: 'Provskolan', ...right, [field]: value }
        const cells = [typed.code, typed.name, typed.street, typed.postalCode, typed.locality, 'komvux']
        await officer.open('/handlaggning/organisationer/las-in')
        const body = new FormData()
        body.set('token', officer.formToken())
        const rows = ['kod;namn;gatuadress;postnummer;ort;skolform', cells.join(';')]
        body.set('fil', new File([rows.join('\n')], 'fil.csv', { type: 'text/csv' }))
        const answer = await officer.send('/handlaggning/organisationer/las-in', { method: 'POST', body })
        const to = answer.headers.get('location') ?? ''
        await officer.open(to)
        const choice =
          'kind=school&code=kod&name=namn&street=gatuadress&postalCode=postnummer&locality=ort&schoolForms=skolform'
        await officer.open(`${to}?${choice}`)
        const heading = { code: 'kod', name: 'namn', street: 'gatuadress', postalCode: 'postnummer', locality: 'ort' }
        const column = Object.entries(heading).find(([name]) => name === field)?.[1] ?? ''
        return saidOfRow(officer, `Rad 2, kolumn ${column}: `)
      },
    },
  }
}

type Typed = Readonly<Partial<Record<Field, string>>>

/** What a preview says of a cell, as far as it is one of the sentences. */
const saidOfRow = (browser: Browser, place: string): readonly string[] => {
  const words = wordsOf(browser)
  return [...new Set(wrong.map(([, , sentence]) => sentence))].filter((sentence) =>
    words.includes(`${place}${sentence}`),
  )
}
