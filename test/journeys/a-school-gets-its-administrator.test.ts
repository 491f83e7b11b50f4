import test, { type ExecutionContext } from 'ava'
import type { Page } from 'playwright-core'
import { openChromium } from '../support/chromium.js'
import { signedForm } from '../officers/assurance-fixture.js'
import { startAppAndService } from '../support/relying-service.js'
import { chooseFirstPassword, fill, ownPassword, press, signIn, usernameOf, wordsOf } from './at-the-screen.js'

const appointed = {
  'Personnummer eller samordningsnummer': '910730-9800',
  Förnamn: 'Stina',
  Efternamn: 'Prov',
  'E-postadress': 'stina.prov@norrsjo.example',
  Gatuadress: 'Storgatan 1',
  Postnummer: '910 98',
  Ort: 'Norrsjö',
}

const added = {
  Förnamn: 'Ylva',
  Efternamn: 'Åström',
  'E-postadress': 'ylva.astrom@norrsjo.example',
  'E-postadress en gång till': 'ylva.astrom@norrsjo.example',
  'Gatuadress eller box': 'Hamngatan 3',
  Postnummer: '910 98',
  Ort: 'Norrsjö',
}

/** Two officers, an administrator and a reporter, each in a browser of their own. */
async function four(t: ExecutionContext) {
  // The days between letter and mail are told by tests of their own: here the mail follows at once.
  const { app, service } = await startAppAndService(t, { policy: { initialPassword: { daysAfterLetter: 0 } } })
  const browser = await openChromium(t)
  const open = async () => await (await browser.newContext({ locale: 'sv-SE' })).newPage()
  return { app, service, karin: await open(), johan: await open(), stina: await open(), ylva: await open() }
}

test('a municipality gets its administrator, who adds a reporter, who signs in: from the form to the service', async (t) => {
  const { app, service, karin, johan, stina, ylva } = await four(t)

  await karin.goto(`${app.home}/handlaggning`)
  await signIn(karin, 'handlaggare1')
  t.regex(await wordsOf(karin), /En skola eller kommun saknar administratör/)
  await karin.goto(`${app.home}/handlaggning/forsakringar/ny`)
  await karin.getByLabel('En kommun', { exact: true }).check()
  await fill(karin, 'Skolkod eller kommunkod', '0999')
  await fill(karin, 'Undertecknad av (rektor eller förvaltningschef)', 'Berit Ask')
  await fill(karin, 'Undertecknad den', '2026-01-10')
  for (const [label, value] of Object.entries(appointed)) await fill(karin, label, value)
  await karin.getByLabel('Är kvar', { exact: true }).check()
  await karin.getByLabel('Den undertecknade blanketten som fil', { exact: true }).setInputFiles({
    name: 'skannad.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(await signedForm().bytes()),
  })
  await press(karin, 'Registrera')
  t.regex(await wordsOf(karin), /Försäkran är registrerad och väntar på en annan handläggare/)
  t.is(await karin.getByRole('button', { name: 'Godkänn', exact: true }).count(), 0, 'not by the one who registered it')

  await johan.goto(karin.url().replace(/\?.*/, ''))
  await signIn(johan, 'handlaggare2')
  await press(johan, 'Godkänn')
  t.regex(await wordsOf(johan), /Försäkran är godkänd\. Uppdraget har börjat\./)
  await postLetters(johan, app.home, /Stina Prov[\s\S]*Storgatan 1, 910 98 Norrsjö/)

  const email = appointed['E-postadress']
  t.truthy(await app.nextMail(email, 'Du är behörighetsadministratör'))
  const stinasName = await usernameOf(app, email)
  await chooseFirstPassword(stina, { app, username: stinasName, email })
  await stina.goto(`${app.home}/behorigheter/lagg-till`)
  await signIn(stina, stinasName, ownPassword)
  await fill(stina, 'Personnummer eller samordningsnummer', '900101-9802')
  await press(stina, 'Fortsätt')
  for (const [label, value] of Object.entries(added)) await fill(stina, label, value)
  await press(stina, 'Fortsätt')
  await stina.getByLabel('Studiestartsstöd: ansöka', { exact: true }).check()
  await press(stina, 'Fortsätt')
  await press(stina, 'Spara')
  t.regex(await wordsOf(stina), /Ylva Åström har fått ett konto och behörighet/)
  t.truthy(await app.nextMail(added['E-postadress'], 'Dina behörigheter har ändrats'))

  await postLetters(karin, app.home, /Ylva Åström[\s\S]*Hamngatan 3, 910 98 Norrsjö/)
  const ylvasName = await usernameOf(app, added['E-postadress'])
  await chooseFirstPassword(ylva, { app, username: ylvasName, email: added['E-postadress'] })
  await ylva.goto(`${service}/login`)
  await signIn(ylva, ylvasName, ownPassword)
  await ylva.waitForURL(`${service}/**`)
  t.regex(await ylva.locator('body').innerText(), /Norrsjö kommun/)
  t.is(await ylva.getByRole('link', { name: 'Studiestartsstöd: ansöka' }).count(), 1)
  t.is(await ylva.getByRole('link', { name: 'Studiestartsstöd: se budget' }).count(), 0)

  await karin.goto(`${app.home}/handlaggning`)
  t.notRegex(await wordsOf(karin), /saknar administratör/)
})

const postLetters = async (officer: Page, home: string, expected: RegExp): Promise<void> => {
  await officer.goto(`${home}/handlaggning/brev`)
  const words = await wordsOf(officer)
  if (!expected.test(words)) throw new Error(`the letter is not there: ${words}`)
  await press(officer, 'Markera som postade')
}
