import type { Account, Configuration, KoaContextWithOIDC } from 'oidc-provider'
import type { Account as Person } from '../accounts/account.js'
import { findAccount } from '../accounts/find.js'
import type { Db } from '../database/database.js'
import { permissionsOf, type Permission } from '../permissions/permissions-of.js'
import { namesOf } from '../relying-services/claims-for.js'
import { servicesOfClient } from './clients.js'

/** What each scope gives (contract.md). How and when somebody signed in belongs to every id token. */
export const claimsByScope = {
  openid: ['sub', 'auth_time', 'amr'],
  profile: ['name', 'given_name', 'family_name', 'preferred_username'],
  email: ['email'],
  permissions: ['permissions'],
} as const

export const scopes = Object.keys(claimsByScope)

type FindsAccount = NonNullable<Configuration['findAccount']>

/**
 * Undefined when the account has ended, and, where a token is used, when the person holds no permission today for the
 * services of the token's client: codes and tokens that rest on nothing are refused from that moment (product.md, rule
 * 10). The permissions also prove that the account is live, so that the names are read only when they are asked for.
 */
export function findsAccount(db: Db): FindsAccount {
  return async (ctx, id, token): Promise<Account | undefined> => {
    if (token !== undefined) return await findHolder(db, ctx, id)
    const person = await livePerson(db, id)
    return (
      person && {
        accountId: person.id,
        claims: async (_use, scope) => ({
          sub: person.id,
          ...namesOf(person),
          ...(isAsked(scope, 'permissions') && { permissions: await permissionsFor(db, ctx, person.id) }),
        }),
      }
    )
  }
}

const findHolder = async (db: Db, ctx: KoaContextWithOIDC, id: string): Promise<Account | undefined> => {
  const permissions = await permissionsFor(db, ctx, id)
  if (permissions.length === 0) return undefined
  return {
    accountId: id,
    claims: async (_use, scope) => {
      const person = isAsked(scope, 'profile') || isAsked(scope, 'email') ? await livePerson(db, id) : undefined
      return { sub: id, ...(person && namesOf(person)), ...(isAsked(scope, 'permissions') && { permissions }) }
    },
  }
}

const isAsked = (scope: string, name: keyof typeof claimsByScope): boolean => scope.split(' ').includes(name)

const livePerson = async (db: Db, id: string): Promise<Person | undefined> => {
  const person = await findAccount(db, id)
  return person?.isEnded === true ? undefined : person
}

/** Read anew each time, and only those of services that the asking client is registered for. */
export async function permissionsFor(db: Db, ctx: KoaContextWithOIDC, accountId: string): Promise<Permission[]> {
  const services = ctx.oidc.client?.[servicesOfClient]
  return Array.isArray(services) ? await permissionsOf(db, { accountId, services }) : []
}
