import { randomUUID } from 'node:crypto'
import test from 'ava'
import { sql } from 'kysely'
import { addPerson, type AddPerson } from '../../../src/administration/add/add-person.js'
import type { Db } from '../../../src/database/database.js'
import { lettersOf } from '../../../src/username-letters/listed/letters-of.js'
import { administrator, from, municipality, school, together } from '../../permissions/fixture.js'
import { freshDatabase } from '../../support/database.js'

const rut = {
  personalIdentityNumber: '199001012385',
  givenName: 'Rut',
  familyName: 'Alm',
  email: 'rut@skola.example',
  street: 'Storgatan 1',
  postalCode: '11122',
  locality: 'Stockholm',
}
const always = { validFrom: '2999-01-01' }
const studietider = { service: 'studietider', ...always }
const reporting = { service: 'studeranderapportering', ...always }

const scene = async (db: Db, code = '20001') => {
  const organisationId = await school(db, { code })
  return { organisationId, by: await administrator(db, organisationId) }
}

type Given = Pick<AddPerson, 'organisationId' | 'by'> & Partial<AddPerson>
const add = async (db: Db, given: Given) =>
  await together(
    db,
    async (trx) => await addPerson(trx, { person: rut, grants: [studietider], act: randomUUID(), from, ...given }),
  )

const count = async (db: Db, table: 'account' | 'grant' | 'username_letter' | 'person') => {
  const { rows } = await sql<{ rows: number }>`select count(*)::int as rows from ${sql.table(table)}`.execute(db)
  return rows[0]?.rows
}

test('a new person gets an account, all the permissions and a letter', async (t) => {
  const { db } = await freshDatabase(t)
  const where = await scene(db)
  const added = await add(db, { ...where, grants: [studietider, { ...reporting, validTo: '2999-06-30' }] })
  if (added.kind !== 'added') throw new Error(added.kind)
  t.true(added.isNew)
  t.true(added.hasLetter)
  t.is(added.grantIds.length, 2)
  const [letter] = await lettersOf(db, added.accountId)
  t.is(letter?.organisationId, where.organisationId)
})

test('the same person at another school is one account, whose details stay as they were', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const first = await add(db, await scene(db))
  const elsewhere = await scene(db, '20002')
  const second = await add(db, { ...elsewhere, person: { ...rut, givenName: 'Någon', email: 'annan@ond.example' } })
  if (first.kind !== 'added' || second.kind !== 'added') throw new Error('not added')
  t.is(second.accountId, first.accountId)
  t.false(second.isNew)
  t.false(second.hasLetter, 'one letter is enough')
  const person = await owner
    .selectFrom('person')
    .select(['given_name', 'email'])
    .where('personal_identity_number', '=', rut.personalIdentityNumber)
    .execute()
  t.deepEqual(person, [{ given_name: 'Rut', email: 'rut@skola.example' }])
})

test('a known person is added by the number alone; an unknown number adds nobody', async (t) => {
  const { db } = await freshDatabase(t)
  await add(db, await scene(db))
  const elsewhere = await scene(db, '20002')
  const { personalIdentityNumber } = rut
  t.like(await add(db, { ...elsewhere, person: { personalIdentityNumber } }), { kind: 'added', isNew: false })
  t.deepEqual(await add(db, { ...elsewhere, person: { personalIdentityNumber: '198112189876' } }), {
    kind: 'unknown-person',
  })
})

test('all of the permissions or none: one that is refused leaves nothing behind', async (t) => {
  const { db } = await freshDatabase(t)
  const where = await scene(db)
  const before = [await count(db, 'account'), await count(db, 'person')]
  const outcome = await add(db, { ...where, grants: [studietider, { service: 'studiestartsstod-budget', ...always }] })
  t.deepEqual(outcome, {
    kind: 'refused',
    services: [{ service: 'studiestartsstod-budget', reason: 'not-offered' }],
  })
  t.deepEqual([await count(db, 'account'), await count(db, 'person')], before)
  t.is(await count(db, 'grant'), 0)
  t.is(await count(db, 'username_letter'), 0)
  const { rows } = await sql`select result, actor_id, details->>'reason' as reason from audit_event
    where kind in ('permission-granted', 'account-created') and actor_id is not null`.execute(db)
  t.deepEqual(rows, [{ result: 'refused', actor_id: where.by, reason: 'not-offered' }], 'but the trace stays')
})

test('days that the person holds already, days that are over and days in the wrong order are refused', async (t) => {
  const { db } = await freshDatabase(t)
  const where = await scene(db)
  await add(db, where)
  const again = await add(db, {
    ...where,
    grants: [
      { service: 'studietider', validFrom: '2998-01-01' },
      { service: 'studeranderapportering', validFrom: '2020-01-01' },
    ],
  })
  t.deepEqual(again, {
    kind: 'refused',
    services: [
      { service: 'studietider', reason: 'overlaps' },
      { service: 'studeranderapportering', reason: 'in-the-past' },
    ],
  })
  const backwards = await add(db, { ...where, grants: [{ ...reporting, validTo: '2998-12-31' }] })
  t.deepEqual(backwards, {
    kind: 'refused',
    services: [{ service: 'studeranderapportering', reason: 'ends-before-it-starts' }],
  })
})

test('nobody adds themselves, and nobody adds where they are not appointed', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const where = await scene(db)
  const elsewhere = await scene(db, '20002')
  const { personalIdentityNumber } = await owner
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select('personal_identity_number as personalIdentityNumber')
    .where('account.id', '=', where.by)
    .executeTakeFirstOrThrow()
  const refused = (reason: string) => ({ kind: 'refused', services: [{ service: 'studietider', reason }] })
  t.deepEqual(await add(db, { ...where, person: { personalIdentityNumber } }), refused('to-themselves'))
  t.deepEqual(await add(db, { ...where, by: elsewhere.by }), refused('not-theirs'))
  const theTown = { organisationId: await municipality(db), by: where.by }
  const budget = { grants: [{ service: 'studiestartsstod-budget', ...always }] }
  t.is((await add(db, { ...theTown, ...budget })).kind, 'refused')
  t.is(await count(db, 'grant'), 0)
})

test('two who add the same new person at once make one account', async (t) => {
  const { db } = await freshDatabase(t)
  const [one, other] = [await scene(db), await scene(db, '20002')]
  const outcomes = await Promise.all([add(db, one), add(db, other)])
  t.deepEqual(
    outcomes.map(({ kind }) => kind),
    ['added', 'added'],
  )
  t.is(new Set(outcomes.map((outcome) => outcome.kind === 'added' && outcome.accountId)).size, 1)
  t.is(outcomes.filter((outcome) => outcome.kind === 'added' && outcome.isNew).length, 1)
  t.is(await count(db, 'username_letter'), 1)
})
