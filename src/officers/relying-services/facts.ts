import { services } from '../../../config/services.js'
import { isServiceCode } from '../../permissions/configured/service.js'
import type { Client } from '../../relying-services/client.js'
import { clockOf, dayOf } from '../../text/moment.js'
import type { Language, Text } from '../../text/text.js'

export type Fact = readonly [term: string, words: readonly string[]]

export interface Spoken {
  readonly text: Text
  readonly language: Language
}

/** A registration as it is read: each part with its words. */
export function factsOf({ text, language }: Spoken, client: Client): readonly Fact[] {
  const { relyingServices: words } = text.officers
  const { publicKeys, secretMadeAt, formerSecretEndsAt, backchannelLogoutUri } = client
  const none = [words.noAddress]
  return [
    [words.clientId, [client.id]],
    [words.nameSv, [client.name.sv]],
    [words.nameEn, [client.name.en]],
    [words.homeUri, [client.homeUri]],
    [words.redirectUris, client.redirectUris],
    [words.postLogoutRedirectUris, client.postLogoutRedirectUris.length === 0 ? none : client.postLogoutRedirectUris],
    [words.backchannelLogoutUri, backchannelLogoutUri === undefined ? none : [backchannelLogoutUri]],
    [words.services, client.services.map((code) => serviceName(language, code))],
    [
      words.authentication,
      [
        words.method[client.authMethod],
        ...(publicKeys === undefined ? [] : [words.keysNamed(namesOfKeys(text, publicKeys.keys))]),
      ],
    ],
    ...(secretMadeAt === undefined ? [] : [[words.secretMadeAt, [dayOf(language, secretMadeAt)]] as const]),
    ...(formerSecretEndsAt === undefined
      ? []
      : [[words.formerSecretEndsAt, [momentOf({ text, language }, formerSecretEndsAt)]] as const]),
    [words.idTokenSignedResponseAlg, [words.algorithm[client.idTokenSignedResponseAlg]]],
    [words.refreshShown, [client.mayRefresh ? words.yes : words.no]],
    [words.consentShown, [client.isFirstParty ? words.no : words.yes]],
    [words.createdAt, [dayOf(language, client.createdAt)]],
    [words.changedAt, [dayOf(language, client.changedAt)]],
  ]
}

export function serviceName(language: Language, code: string): string {
  return isServiceCode(code) ? services[code][language] : code
}

export function serviceNamesIn(language: Language): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(services).map(([code, name]) => [code, name[language]]))
}

export const momentOf = ({ text, language }: Spoken, at: Date): string => `${dayOf(language, at)} ${clockOf(text, at)}`

const namesOfKeys = (text: Text, keys: readonly Readonly<Record<string, unknown>>[]): string =>
  keys
    .map(({ kid, alg }) => `${typeof kid === 'string' ? kid : text.officers.relyingServices.noName} (${String(alg)})`)
    .join(', ')
