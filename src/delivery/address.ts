/**
 * What may stand as a mail's recipient: one addr-spec of RFC 5321, dot-atom and host name, at most 254 characters.
 * Quoted names, comments, address literals, lists and groups are legal mail and refused: nobody at a school has one,
 * and each has carried a second recipient past somebody (security.md, R-38 and 5.2).
 */
export function isOneAddress(text: string): boolean {
  if (text.length > 254) return false
  const [local, domain, ...more] = text.split('@')
  if (local === undefined || domain === undefined || more.length > 0) return false
  return local.length <= 64 && dotAtom.test(local) && isHostName(domain)
}

const dotAtom = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/
const label = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u

const isHostName = (domain: string): boolean => domain.split('.').every((part) => label.test(part))
