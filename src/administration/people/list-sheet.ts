import { shownEmailAddress } from '../../delivery/address.js'
import { writtenPersonalIdentityNumber } from '../../accounts/personal-identity-number.js'
import { assertNever } from '../../assert-never.js'
import type { Grant } from '../../permissions/grants/grant.js'
import type { Language, Text } from '../../text/text.js'
import type { ListRow } from './take-out-list.js'

export interface SheetWords {
  readonly text: Text
  readonly language: Language
  readonly hasNumbers: boolean
}

export function headingsOf({ text, hasNumbers }: SheetWords): readonly string[] {
  const { file } = text.administration.people
  const who = [file.familyName, file.givenName, file.email, ...(hasNumbers ? [file.number] : [])]
  return [...who, file.organisation, file.code, file.service, file.state, file.from, file.to]
}

/** One row in words. Of a protected person it has the permissions only (product.md, rule 12). */
export function cellsOf({ text, language, hasNumbers }: SheetWords, row: ListRow): readonly string[] {
  const { details } = row.person
  const { organisation, service, grant } = row
  const hidden = [text.administration.person.protected, '', '', ...(hasNumbers ? [''] : [])]
  const shown = details && [
    details.familyName ?? '',
    details.givenName ?? '',
    shownEmailAddress(details.email ?? ''),
    ...(hasNumbers ? [writtenPersonalIdentityNumber(details.personalIdentityNumber)] : []),
  ]
  const what = [organisation.name, organisation.code, service[language], text.permissions.state[grant.state]]
  return [...(shown ?? hidden), ...what, ...daysOf(grant)]
}

const daysOf = (grant: Grant): readonly [string, string] => {
  switch (grant.state) {
    case 'planned':
      return [grant.from, grant.until ?? '']
    case 'active':
    case 'paused':
      return [grant.since, grant.until ?? '']
    case 'expired':
      return [grant.since, grant.until]
    case 'ended':
      return [grant.since, grant.on]
    default:
      return assertNever(grant)
  }
}
