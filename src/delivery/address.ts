import { domainToASCII, domainToUnicode } from 'node:url'
import { plainCharacters, withoutInvisible } from '../values/characters.js'

/**
 * The one rule for an e-mail address, where it is typed and where mail goes out: one addr-spec of RFC 5321, dot-atom and
 * host name, at most 254 characters. Quoted names, comments, address literals, lists and groups are legal mail and
 * refused: nobody at a school has one, and each has carried a second recipient past somebody (security.md, R-38 and 5.2).
 */
export function isEmailAddress(text: string): boolean {
  if (text.length > 254) return false
  const [local = '', host = '', ...more] = text.split('@')
  if (more.length > 0 || local.length > 64 || host.length > 253) return false
  return dotAtom.test(local) && hostName.test(host)
}

/**
 * What is typed, as it is kept: without what nobody sees, and a domain with å, ä or ö under the name that the network
 * has for it (RFC 5891). Anything that is not one address stays, and is refused by `isEmailAddress`.
 */
export function readEmailAddress(typed: string): string {
  const plain = plainCharacters(typed).trim()
  const place = plain.lastIndexOf('@')
  const [local, domain] = [
    plain.slice(0, place),
    plain
      .slice(place + 1)
      .replaceAll('\u3002', '.')
      .replace(/\.$/, ''),
  ]
  if (place < 0 || !wordsOfDomain.test(domain)) return withoutInvisible(typed).trim()
  return `${local}@${isAscii.test(domain) && !hasALabel.test(domain) ? domain : domainToASCII(domain) || domain}`
}

/** As people write it: å, ä and ö in the domain, when Latin letters are all that stands in it. */
export function shownEmailAddress(kept: string): string {
  const [local = '', domain = ''] = kept.split('@')
  if (!hasALabel.test(domain)) return kept
  const shown = domainToUnicode(domain)
  return /^[\p{Script=Latin}\d.-]+$/u.test(shown) && !/xn--/.test(shown) ? `${local}@${shown}` : kept
}

const dotAtom = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i
const hostName = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/i
/** A name with å, ä or ö as the network has it: kept in one spelling. */
const hasALabel = /(?:^|\.)xn--/i
const isAscii = /^[a-z0-9.-]*$/i
const wordsOfDomain = /^[\p{L}\p{M}\p{N}.-]+$/u
