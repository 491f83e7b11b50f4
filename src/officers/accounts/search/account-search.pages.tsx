import { Accounts, type AccountShown } from '../../../../views/officers/accounts/accounts.js'
import type { Path } from '../../../../views/parts/link.js'
import { hasNumberIn } from '../../../accounts/number-query.js'
import type { Ctx } from '../../../web/context.js'
import { showTool } from '../../officers.pages.js'
import type { FoundAccount, FoundAccounts } from './find-accounts.js'
import { inFigures, signedInOn, stateOf, whichAreShown } from './account-search.messages.js'
import { pageSize, searchAddress, type AccountSearch } from './search.js'

export interface AccountsShown {
  readonly search: AccountSearch
  readonly found: FoundAccounts
  /** A number stood in the address, and was not searched for. */
  readonly isNumberInAddress?: boolean
}

export function showAccounts(ctx: Ctx, { search, found, isNumberInAddress = false }: AccountsShown): void {
  const { text, language, formToken } = ctx.state
  const { accounts: words } = text.officers
  const isTooShort = found.kind === 'too-short'
  const last = found.kind === 'found' ? Math.max(1, Math.ceil(found.total / pageSize)) : 1
  const page = found.kind === 'found' ? found.page : 1
  const to = (wished: number): Path | undefined =>
    wished < 1 || wished > last || hasNumberIn(search.words) ? undefined : searchAddress({ ...search, page: wished })
  const accounts = 'accounts' in found ? found.accounts : []
  showTool(
    ctx,
    {
      title: words.title,
      area: 'accounts',
      returnTo: searchAddress({ ...search, page }),
      ...(isTooShort && { status: 422, hasErrors: true }),
    },
    <Accounts
      text={text}
      formToken={formToken}
      words={search.words}
      errors={isTooShort ? [{ field: 'sok', message: words.tooShort }] : []}
      note={isNumberInAddress ? words.numberInAddress : undefined}
      shown={'accounts' in found && accounts.length > 0 ? whichAreShown(ctx.state, found) : undefined}
      isNobody={'accounts' in found && accounts.length === 0}
      accounts={accounts.map((account) => accountShown(ctx, account))}
      pager={{
        page: inFigures(language, page),
        last: inFigures(language, last),
        previous: to(page - 1),
        next: to(page + 1),
      }}
    />,
  )
}

const organisationsAtMost = 3

const accountShown = (ctx: Ctx, account: FoundAccount): AccountShown => {
  const { text } = ctx.state
  const { accounts: words } = text.officers
  const [...organisations] = account.organisations.slice(0, organisationsAtMost)
  if (account.organisations.length > organisationsAtMost) organisations.push(words.andMore)
  return {
    id: account.accountId,
    name: account.name ?? words.protected,
    number: account.birthday === null ? '' : `${account.birthday}-****`,
    organisations,
    state: stateOf(account),
    signedIn: signedInOn(ctx.state, account.signedInAt),
  }
}
