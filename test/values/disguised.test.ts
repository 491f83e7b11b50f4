import test from 'ava'
import { atNumber, typeNumber } from '../administration/add/client.js'
import { accountIdOf, signedInAs, signIn, wordsOf } from '../own-account/client.js'
import { openBrowser } from '../support/browser.js'
import { startTestApp } from '../support/app.js'

/** What programs put around and into what is copied, and the digits of three scripts. */
const disguises: Readonly<Record<string, (value: string) => string>> = {
  'isolates around it': (value) => `\u2066${value}\u2069`,
  'a byte order mark and a soft hyphen': (value) => `\uFEFF${value.slice(0, 3)}\u00AD${value.slice(3)}`,
  'fullwidth digits': (value) => digitsFrom(value, 0xff10),
  'Devanagari digits': (value) => digitsFrom(value, 0x966),
  'Arabic digits and a mark': (value) => `\u061C${digitsFrom(value, 0x660)}\u200F`,
}

const digitsFrom = (value: string, zero: number) =>
  value.replaceAll(/[0-9]/g, (digit) => String.fromCodePoint(zero + Number(digit)))

for (const [how, disguised] of Object.entries(disguises)) {
  test(`a username, a code, a number, a day and a search are found with ${how}`, async (t) => {
    const app = await startTestApp(t)
    const signingIn = openBrowser(t, app.home)
    await signingIn.open('/konto')
    t.is(await signIn(signingIn, disguised('rapport10001')), 200)
    t.is(signingIn.path(), '/konto', 'sign-in')

    await signingIn.open(`/konto/be-om-behorighet?kod=${encodeURIComponent(disguised('10002'))}`)
    t.true(signingIn.html().includes('organisation='), 'the code that somebody asks at')

    const adding = await atNumber(t, app)
    await typeNumber(adding, disguised('19900101-9802'))
    t.regex(wordsOf(adding), /19900101-9802/, 'the number of a new person')

    const officer = await signedInAs(t, app, 'handlaggare1')
    await officer.open(`/handlaggning/organisationer?sok=${encodeURIComponent(disguised('10002'))}`)
    t.true(wordsOf(officer).includes('Norrsjö folkhögskola'), 'search by code')

    await officer.open('/handlaggning/konton')
    officer.fill('Sök konto', disguised('rapport10001'))
    await officer.press('Sök')
    t.true(officer.html().includes(await accountIdOf(app, 'rapport10001')), 'search by username')

    await officer.open('/handlaggning/forsakringar/blankett')
    officer.tick('En skola')
    officer.fill('Skolkod eller kommunkod', disguised('10002'))
    t.is(await officer.press('Hämta blanketten (PDF)'), 200, 'the form of a school')
    const { id } = await app.owner
      .selectFrom('organisation')
      .select('id')
      .where('code', '=', '10002')
      .executeTakeFirstOrThrow()
    const other = await app.owner
      .selectFrom('organisation')
      .select('code')
      .where('kind', '=', 'school')
      .where('code', '!=', '10002')
      .executeTakeFirstOrThrow()
    await officer.open(`/handlaggning/organisationer/${id}/sla-samman?kod=${encodeURIComponent(disguised(other.code))}`)
    t.false(wordsOf(officer).includes('har den koden'), 'the code of a successor')
  })
}
