import test from 'ava'
import { sql } from 'kysely'
import { signedInAs, wordsOf } from '../own-account/client.js'
import { startTestApp } from '../support/app.js'
import { registeredAssurance } from './assurance-fixture.js'

test('papers are found by state, and by name or code; a protected identity has no name in the list', async (t) => {
  const app = await startTestApp(t)
  await registeredAssurance(app)
  const officer = await signedInAs(t, app, 'handlaggare1')
  const found = async (query: string) => {
    await officer.open(`/handlaggning/forsakringar?${query}`)
    return /Det här hittades (.*?) Väntar på beslut/.exec(wordsOf(officer))?.[1] ?? ''
  }
  t.regex(await found('sok=rut+pr'), /Rut Prov/)
  t.regex(await found('sok=10002&lage=registered'), /Rut Prov/)
  t.regex(await found('lage=approved'), /Ingen försäkran hittades/)
  for (const words of ['%25', '_ut', '0002', 'x%00', "'"])
    t.regex(await found(`sok=${words}`), /Ingen försäkran/, words)
  await sql`update assurance set personal_identity_number = '198204179835'`.execute(app.owner)
  await sql`update person set has_protected_identity = true
    where personal_identity_number = '198204179835'`.execute(app.owner)
  t.regex(await found('sok=rut'), /Ingen försäkran hittades/)
  t.regex(await found('sok=10002'), /En person med skyddade personuppgifter/)
  t.notRegex(officer.html(), /Rut Prov/)
})
