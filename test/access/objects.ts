import { letterIn } from '../officers/letter.js'
import { relyingServiceId } from '../../src/demo/relying-service.js'
import { registeredAssurance } from '../officers/assurance-fixture.js'
import { endingRequestIn } from '../officers/accounts/ending-request.js'
import { accountIdOf, sessionsIn } from '../own-account/client.js'
import type { TestApp } from '../support/app.js'
import type { Role } from './matrix.js'

export interface Asking {
  readonly path: string
  /** What the form says, where an object is named there and not in the address. */
  readonly fields: Readonly<Record<string, string>>
}

export const usernames: Readonly<Record<Exclude<Role, 'nobody'>, string>> = {
  reporter: 'rapport10001',
  administrator: 'admin10001',
  'another’s administrator': 'admin10002',
  officer: 'handlaggare1',
}

const nobodys = 'aaaaaaaa-0000-4000-8000-00000000dead'

/** Whatever has a place in an address, by what stands before it there. */
const makers: Readonly<Record<string, (app: TestApp) => Promise<string>>> = {
  '/forfragningar/:id': async (app) => await requestOf(app, usernames.reporter),
  '/lagg-till/:id': async (app) => await draftOf(app, usernames.administrator),
  '/lagg-till-flera/:id': async (app) => await listOf(app, usernames.administrator),
  '/lagg-till-flera/till/:organisation': schoolIn,
  '/personer/:id': async (app) => await accountIdOf(app, usernames.reporter),
  '/begaran/:id': endingRequestIn,
  '/konton/:id': async (app) => await accountIdOf(app, usernames.reporter),
  '/forsakringar/:id': registeredAssurance,
  '/gallring/:class': async () => 'letters',
  '/logg/:seq': async () => '1',
  '/brev/:id': letterIn,
  '/e-tjanster/:client': async () => relyingServiceId,
  '/las-in/:file': async (app) =>
    (
      await app.owner
        .insertInto('organisation_file')
        .values({
          uploaded_by: await accountIdOf(app, usernames.officer),
          content: Buffer.from('code,name\n10077,Prov\n'),
        })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id,
  '/organisationer/:id': async ({ owner }) =>
    (await owner.selectFrom('organisation').select('id').where('code', '=', '10001').executeTakeFirstOrThrow()).id,
}

/** Something of Vätterbygdens yrkeshögskola, whose administrator is admin10001, in each address that has a place for it. */
export async function askingFor(app: TestApp, route: string, role: Role): Promise<Asking> {
  const [, make] = Object.entries(makers).find(([place]) => route.includes(place)) ?? []
  const path = (route.split(' ')[1] ?? '')
    .replace(/:\w+/, make === undefined ? nobodys : await make(app))
    .replace(':appointment', await appointmentIn(app))
    .replace(':contact', await contactIn(app))
    .replace(':grant', await grantIn(app))
  if (route === 'POST /konto/inloggningar/avsluta' && role !== 'nobody') {
    const [own = ''] = await sessionsIn(app, usernames[role])
    return { path, fields: { session: own } }
  }
  if (route === 'POST /konto/forfragningar/aterkalla' && role !== 'nobody') {
    return { path, fields: { request: await requestOf(app, usernames[role]) } }
  }
  return { path, fields: {} }
}

/** What somebody has begun to type. */
async function draftOf({ owner, ...app }: TestApp, username: string): Promise<string> {
  const organisationId = await schoolIn({ owner })
  const typedBy = await accountIdOf({ owner, ...app }, username)
  const { id } = await owner
    .insertInto('new_user_draft')
    .values({ typed_by: typedBy, organisation_id: organisationId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A permission that holds at the school. */
async function grantIn({ owner }: Pick<TestApp, 'owner'>): Promise<string> {
  const organisationId = await schoolIn({ owner })
  const { id = nobodys } =
    (await owner
      .selectFrom('grant')
      .where('organisation_id', '=', organisationId)
      .where('ended_at', 'is', null)
      .select('id')
      .executeTakeFirst()) ?? {}
  return id
}

/** Somebody that the school calls at the agency. */
async function contactIn({ owner }: Pick<TestApp, 'owner'>): Promise<string> {
  const there = await owner.selectFrom('agency_contact').where('removed_at', 'is', null).select('id').executeTakeFirst()
  if (there !== undefined) return there.id
  const values = { name: 'Eva Prov', telephone: '08-465 004 01', is_responsible: true }
  const { id } = await owner
    .insertInto('agency_contact')
    .values({ ...values, organisation_id: await schoolIn({ owner }) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** That of admin10001, whether it holds or not. */
async function appointmentIn({ owner }: Pick<TestApp, 'owner'>): Promise<string> {
  const organisationId = await schoolIn({ owner })
  const { id } = await owner
    .selectFrom('appointment')
    .where('organisation_id', '=', organisationId)
    .select('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A list that somebody has sent. */
async function listOf({ owner, ...app }: TestApp, username: string): Promise<string> {
  const typedBy = await accountIdOf({ owner, ...app }, username)
  const { id } = await owner
    .insertInto('bulk_draft')
    .values({ typed_by: typedBy, organisation_id: await schoolIn({ owner }) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function schoolIn({ owner }: Pick<TestApp, 'owner'>): Promise<string> {
  const { id } = await owner
    .selectFrom('organisation')
    .select('id')
    .where('code', '=', '10001')
    .executeTakeFirstOrThrow()
  return id
}

/** What somebody asks for at Vätterbygdens yrkeshögskola; what they asked for before is gone. */
export async function requestOf(app: TestApp, username: string): Promise<string> {
  const { owner } = app
  const account_id = await accountIdOf(app, username)
  await owner.deleteFrom('permission_request').where('account_id', '=', account_id).execute()
  const { id } = await owner
    .insertInto('permission_request')
    .values({ account_id, organisation_id: await schoolIn(app), service: 'studietider', words: 'Jag är ny.' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
