import type { Client } from '../../../relying-services/client.js'
import { forAspNet } from './asp-net.js'
import { forApache } from './mod-auth-openidc.js'
import { forNode } from './openid-client.js'
import { forSpring, forSpringInJava } from './spring.js'

/**
 * What is pasted into a relying service so that it signs people in here, by what the documentation of each product says
 * (openid-client 6; Spring Boot 3.4 and later with Spring Security 6.4 and later; ASP.NET Core 8 and later;
 * mod_auth_openidc 2.4). Every value is one that the register has let in, and none of those can hold a quotation mark.
 */
export interface Settings {
  readonly product: string
  /** Of the file that it is pasted into. */
  readonly file: string
  readonly content: string
}

export interface Ours {
  readonly issuer: string
}

export const products = {
  node: 'openid-client (Node)',
  spring: 'Spring Security',
  aspNet: 'ASP.NET Core',
  apache: 'mod_auth_openidc (Apache)',
} as const

export function settingsFor(client: Client, ours: Ours): readonly Settings[] {
  return [
    { product: products.node, file: 'sign-in.mjs', content: forNode(client, ours) },
    { product: products.spring, file: 'application.yaml', content: forSpring(client, ours) },
    { product: products.spring, file: 'SecurityConfig.java', content: forSpringInJava(client) },
    { product: products.aspNet, file: 'Program.cs', content: forAspNet(client, ours) },
    { product: products.apache, file: 'portvakt.conf', content: forApache(client, ours) },
  ]
}

/** Where Spring Security takes notices of the end of a session (reference, "OIDC Logout"). */
export const springBackchannel = ({ homeUri }: Client): string =>
  `${new URL(homeUri).origin}/logout/connect/back-channel/portvakt`

/** Where mod_auth_openidc does (wiki, "OpenID Connect Back-Channel Logout"). */
export const apacheBackchannel = (client: Client): string => {
  const address = firstRedirect(client)
  return `${address}${address.includes('?') ? '&' : '?'}logout=backchannel`
}

const firstRedirect = ({ redirectUris: [first = ''] }: Client): string => first
