import { createAccount } from '../../src/accounts/create-account.js'
import type { ReportingMethod, SchoolForm } from '../../config/school-forms.js'
import { fromWithin } from '../../src/context/origin.js'
import type { Db, Trx } from '../../src/database/database.js'
import { appoint } from '../../src/organisations/appoint.js'
import { registerOrganisation } from '../../src/organisations/register.js'
import {
  grantPermission,
  type GrantedPermission,
  type NewGrant,
} from '../../src/permissions/grants/grant-permission.js'
import { installServices } from '../../src/permissions/configured/install-services.js'

export const from = fromWithin('test')

/** Somebody with an account. The number is only to be unlike the others'. */
export async function person(db: Db, name: string): Promise<string> {
  return await together(db, async (trx) => {
    const personalIdentityNumber = `19${String(Math.floor(Math.random() * 1e10)).padStart(10, '0')}`
    const created = await createAccount(trx, {
      person: { personalIdentityNumber, givenName: name, familyName: 'Prov', email: null },
      from,
    })
    if (created.kind !== 'created') throw new Error(created.kind)
    return created.accountId
  })
}

export interface Told {
  readonly code?: string
  readonly forms?: readonly SchoolForm[]
  readonly method?: ReportingMethod
}

export const school = async (db: Db, told: Told = {}) => await organisation(db, 'school', { code: '20001', ...told })
export const municipality = async (db: Db, told: Told = {}) =>
  await organisation(db, 'municipality', { code: '0999', forms: ['kommun'], ...told })

const organisation = async (db: Db, kind: 'school' | 'municipality', told: Told & { readonly code: string }) =>
  await together(db, async (trx) => {
    await installServices(trx)
    const registered = await registerOrganisation(trx, {
      organisation: {
        kind,
        code: told.code,
        name: `${kind} ${told.code}`,
        reportingMethod: told.method ?? 'web',
        schoolForms: told.forms ?? ['yrkeshogskola'],
      },
      from,
    })
    if (registered.kind !== 'registered') throw new Error(registered.kind)
    return registered.organisationId
  })

export async function administrator(db: Db, organisationId: string, days: { from?: string; to?: string } = {}) {
  const accountId = await person(db, 'Adam')
  const validTo = days.to === undefined ? {} : { validTo: days.to }
  await together(db, async (trx) => {
    await appoint(trx, { accountId, organisationId, validFrom: days.from ?? '2026-01-01', ...validTo, from })
  })
  return accountId
}

export async function grant(db: Db, input: Partial<NewGrant> & Pick<NewGrant, 'accountId' | 'organisationId'>) {
  return await together(
    db,
    async (trx): Promise<GrantedPermission> =>
      await grantPermission(trx, { service: 'studietider', validFrom: '2026-01-01', from, ...input }),
  )
}

export async function together<T>(db: Db, act: (trx: Trx) => Promise<T>): Promise<T> {
  return await db.transaction().execute(act)
}

export async function close(owner: Db, organisationId: string): Promise<void> {
  await owner.updateTable('organisation').set({ closed_at: '2026-02-01' }).where('id', '=', organisationId).execute()
}
