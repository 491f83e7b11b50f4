import type { Account, Configuration, KoaContextWithOIDC } from 'oidc-provider'
import { findAccount } from '../accounts/find.js'
import type { Db } from '../database/database.js'
import { permissionsOf, type Permission } from '../permissions/permissions-of.js'
import { namesOf } from '../relying-services/claims-for.js'
import { relyingService } from './clients.js'

/** What each scope gives (contract.md). How and when somebody signed in belongs to every id token. */
export const claimsByScope = {
  openid: ['sub', 'auth_time', 'amr'],
  profile: ['name', 'given_name', 'family_name', 'preferred_username'],
  email: ['email'],
  permissions: ['permissions'],
} as const

export const scopes = Object.keys(claimsByScope)

type FindsAccount = NonNullable<Configuration['findAccount']>

/** Nobody, when the account has ended: codes, tokens and sessions of it are refused from that moment. */
export function findsAccount(db: Db): FindsAccount {
  return async (ctx, id): Promise<Account | undefined> => {
    const person = await findAccount(db, id)
    if (person === undefined || person.isEnded) return undefined
    return {
      accountId: person.id,
      claims: async (_use, scope) => ({
        sub: person.id,
        ...namesOf(person),
        ...(scope.split(' ').includes('permissions') && { permissions: await permissionsFor(db, ctx, person.id) }),
      }),
    }
  }
}

/** Read anew each time, and only those of services that the asking client is registered for. */
export async function permissionsFor(db: Db, ctx: KoaContextWithOIDC, accountId: string): Promise<Permission[]> {
  const client = ctx.oidc.client && (await relyingService(db, ctx.oidc.client.clientId))
  return client ? await permissionsOf(db, { accountId, services: client.services }) : []
}
