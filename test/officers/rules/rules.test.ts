import test from 'ava'
import { installServices } from '../../../src/permissions/configured/install-services.js'
import { mayAdminister } from '../../../src/permissions/may-administer.js'
import { accountIdOf, audited, signedInAs, wordsOf } from '../../own-account/client.js'
import { startTestApp } from '../../support/app.js'

const table = '/handlaggning/vem-administrerar'
const cell = 'yrkeshogskola.web.studietider'

test('an officer sees what a change concerns, saves it, and it holds at once and after a start', async (t) => {
  const app = await startTestApp(t)
  const karin = await signedInAs(t, app, 'handlaggare1')
  const { id: organisationId } = await app.owner
    .selectFrom('organisation')
    .select('id')
    .where('code', '=', '10001')
    .executeTakeFirstOrThrow()
  const may = async () =>
    await mayAdminister(app.db, {
      accountId: await accountIdOf(app, 'admin10001'),
      organisationId,
      service: 'studietider',
    })
  await karin.open('/handlaggning/organisationer')
  await karin.follow('Vem som administrerar vad')
  // The school has another form, which says local: rule 1.
  t.is(await karin.open(`${table}/andra?${cell}=agency`), 200)
  t.true(wordsOf(karin).includes('Inga skolor eller kommuner berörs i dag.'))
  const both = `${cell}=agency&nationell-yrkesutbildning.web.studietider=agency`
  t.is(await karin.open(`${table}/andra?${both}`), 200)
  t.regex(
    wordsOf(karin),
    /går över till myndigheten för en skola eller kommun. En behörighetsadministratör kan inte längre .* 2 behörigheter gäller som förut/,
  )
  t.true(await may())
  t.is(await karin.press('Spara ändringen'), 200)
  t.true(wordsOf(karin).includes('Ändringen är sparad, och gäller genast.'))
  t.false(await may())
  t.is((await audited(app, 'administered-by-changed')).length, 2)
  await app.db.transaction().execute(installServices)
  t.false(await may())
})

test('of two officers who change the same answer the second is told, and nothing of theirs is saved', async (t) => {
  const app = await startTestApp(t)
  const [karin, johan] = [await signedInAs(t, app, 'handlaggare1'), await signedInAs(t, app, 'handlaggare2')]
  await karin.open(`${table}/andra?${cell}=agency`)
  await johan.open(`${table}/andra?komvux.web.studietider=agency&${cell}=agency`)
  await karin.press('Spara ändringen')
  t.is(await johan.press('Spara ändringen'), 409)
  t.true(wordsOf(johan).includes('Någon annan har just ändrat i tabellen.'))
  const { administrator } = await app.owner
    .selectFrom('administered_by')
    .select('administrator')
    .where('school_form', '=', 'komvux')
    .where('service', '=', 'studietider')
    .where('reporting_method', '=', 'web')
    .executeTakeFirstOrThrow()
  t.is(administrator, 'local')
  t.is((await audited(app, 'administered-by-changed')).length, 1)
})

test('what is no answer of the table is refused, and no change says so', async (t) => {
  const app = await startTestApp(t)
  const karin = await signedInAs(t, app, 'handlaggare1')
  for (const query of [`${cell}=officer`, 'magi.web.studietider=local', `${cell}=local&${cell}=agency`]) {
    t.is(await karin.open(`${table}/andra?${query}`), 400, query)
  }
  t.is(await karin.open(`${table}/andra?${cell}=local`), 200)
  t.true(wordsOf(karin).includes('Du har inte ändrat något.'))
})
