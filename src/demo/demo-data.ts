import { createAccount } from '../accounts/create-account.js'
import { makeOfficer } from '../accounts/officers/make-officer.js'
import { storePassword } from '../accounts/set-password.js'
import { fromWithin } from '../context/origin.js'
import { record } from '../audit/record.js'
import type { Db, Trx } from '../database/database.js'
import { orderInitial } from '../one-time-passwords/order.js'
import { appoint } from '../organisations/appoint.js'
import { registerOrganisation } from '../organisations/register.js'
import { endGrant } from '../permissions/grants/end-grant.js'
import { grantPermission } from '../permissions/grants/grant-permission.js'
import { installServices } from '../permissions/configured/install-services.js'
import type { HashedPassword } from '../context/hashing.js'
import type { AppContext } from '../context/app-context.js'
import { demoOrganisations, firstDay, type DemoGrant, type DemoOrganisation } from './organisations.js'
import { demoOfficers, demoPassword, demoPeople, type DemoPerson, type DemoUsername } from './people.js'
import { isEmpty, waitForTurn } from './demo.queries.js'
import { keepRegistered, relyingServiceAddress } from './relying-service.js'

const from = fromWithin('demo')

/**
 * Fills an empty database with the demo, all of it or nothing; a database with anybody in it is left alone. Two nodes
 * that start at once fill it once. Everything goes through the use cases that real data goes through. The demo's
 * relying service, if there is one, is kept registered at every start.
 */
export async function fillWithDemoData(
  db: Db,
  context: AppContext,
  relyingService?: { readonly address?: string },
): Promise<'filled' | 'not-empty'> {
  const outcome = (await isEmpty(db)) ? await fill(db, context) : 'not-empty'
  if (relyingService) await keepRegistered(db, context, { address: relyingServiceAddress(), ...relyingService })
  return outcome
}

const fill = async (db: Db, context: AppContext): Promise<'filled' | 'not-empty'> => {
  const passwords = await hashedPasswords(context)
  return await db.transaction().execute(async (trx) => {
    await waitForTurn(trx)
    if (!(await isEmpty(trx))) return 'not-empty'
    await installServices(trx)
    const accounts = new Map<string, string>()
    for (const somebody of demoPeople) accounts.set(somebody.username, await addPerson(trx, somebody, passwords))
    for (const username of demoOfficers) await addOfficer(trx, idOf(accounts, username))
    for (const organisation of demoOrganisations) await addOrganisation(trx, organisation, accounts)
    for (const { username, hasPassword } of demoPeople) {
      if (!hasPassword) await orderInitial(trx, context, { accountId: idOf(accounts, username), from })
    }
    await record(trx, from, { kind: 'demo-data-created', details: { accounts: accounts.size } })
    return 'filled'
  })
}

/** A hash of its own for each, with a salt of its own, made before the transaction begins. */
const hashedPasswords = async (context: AppContext): Promise<ReadonlyMap<string, HashedPassword>> => {
  const withPassword = demoPeople.filter((somebody) => somebody.hasPassword)
  return new Map(
    await Promise.all(
      withPassword.map(async ({ username }) => [username, await context.hashing.hash(demoPassword)] as const),
    ),
  )
}

const addPerson = async (
  trx: Trx,
  { username, person }: DemoPerson,
  passwords: ReadonlyMap<string, HashedPassword>,
): Promise<string> => {
  const created = await createAccount(trx, { person, username, from })
  if (created.kind !== 'created') throw notDone(`the account ${username}`, created.kind)
  const password = passwords.get(username)
  if (password !== undefined) await storePassword(trx, created.accountId, password)
  return created.accountId
}

const addOfficer = async (trx: Trx, accountId: string): Promise<void> => {
  const made = await makeOfficer(trx, { accountId, from })
  if (made.kind !== 'made') throw notDone('an officer', made.kind)
}

const addOrganisation = async (trx: Trx, organisation: DemoOrganisation, accounts: Accounts): Promise<void> => {
  const { administrators, grants, ...registered } = organisation
  const outcome = await registerOrganisation(trx, { organisation: registered, from, isNew: true })
  if (outcome.kind !== 'registered') throw notDone(organisation.name, outcome.kind)
  const { organisationId } = outcome
  for (const username of administrators) {
    const appointed = await appoint(trx, {
      accountId: idOf(accounts, username),
      organisationId,
      validFrom: firstDay,
      from,
    })
    if (appointed.kind !== 'appointed') throw notDone(`the appointment of ${username}`, appointed.kind)
  }
  for (const grant of grants) await addGrant(trx, { grant, organisationId, accounts })
}

const addGrant = async (
  trx: Trx,
  input: { readonly grant: DemoGrant; readonly organisationId: string; readonly accounts: Accounts },
): Promise<void> => {
  const { grant, organisationId, accounts } = input
  const by = grant.by === undefined ? {} : { by: idOf(accounts, grant.by) }
  const accountId = idOf(accounts, grant.to)
  const outcome = await grantPermission(trx, {
    accountId,
    organisationId,
    service: grant.service,
    validFrom: firstDay,
    ...by,
    from,
  })
  if (outcome.kind !== 'granted') throw notDone(`${grant.service} for ${grant.to}`, outcome.kind)
  if (grant.ended !== undefined) await endGrant(trx, { grantId: outcome.grantId, reason: grant.ended, ...by, from })
}

type Accounts = ReadonlyMap<string, string>

const idOf = (accounts: Accounts, username: DemoUsername): string => {
  const accountId = accounts.get(username)
  if (accountId === undefined) throw notDone(username, 'has no account')
  return accountId
}

/** The demo's own data are wrong: a mistake of ours, so the transaction is undone. */
const notDone = (what: string, why: string) => new Error(`The demo data could not be made: ${what}: ${why}.`)
