/**
 * One plain address that a mail server cannot read as anything else (security.md R-38): a dot-atom, an at sign, a host
 * name (RFC 5321, 4.1.2), at most 254 characters. No display name, no comment, no quoted part, no second address.
 */
export function isEmailAddress(text: string): boolean {
  const [local = '', host = '', ...more] = text.split('@')
  if (more.length > 0 || text.length > 254 || local.length > 64) return false
  return dotAtom.test(local) && host.length <= 253 && hostName.test(host)
}

const dotAtom = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i
const hostName = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/i
