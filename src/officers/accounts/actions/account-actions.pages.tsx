import type { ComponentChildren } from 'preact'
import { Act } from '../../../../views/officers/accounts/act.js'
import type { FieldError } from '../../../../views/parts/error-summary.js'
import type { Ctx } from '../../../web/context.js'
import { showTool } from '../../officers.pages.js'
import { nameOf } from '../person/account.messages.js'
import type { Visit } from '../person/account.pages.js'

export interface ActShown {
  readonly visit: Visit
  /** The last part of its address. */
  readonly path: string
  readonly title: string
  readonly words: readonly string[]
  readonly label: string
  /** Why it cannot be done at all; then there is no form. */
  readonly cannot?: string | undefined
  /** Why it was not done just now. */
  readonly refusal?: string | undefined
  readonly errors?: readonly FieldError[]
  readonly kept?: Readonly<Record<string, string>>
  readonly children?: ComponentChildren
}

/** About the account of an officer, former ones too (docs/decisions/0009). A hint: the statements that act decide. */
const takesTwoOfficers: ReadonlySet<string> = new Set(['uppgifter', 'personnummer', 'avsluta', 'oppna'])

/** What it means, what it asks, and one button that does it. */
export function showAct(ctx: Ctx, shown: ActShown): void {
  const { visit, path, title, words, label, refusal, errors = [], kept } = shown
  const { text, formToken } = ctx.state
  const { accountActions } = text.officers
  const takesTwo = visit.account.wasOfficer && takesTwoOfficers.has(path) ? accountActions.takesTwo : undefined
  const cannot = visit.account.isSelf ? accountActions.own : (takesTwo ?? shown.cannot)
  const isRefused = errors.length > 0 || refusal !== undefined
  showTool(
    ctx,
    {
      title,
      area: 'accounts',
      returnTo: `${visit.at}/${path}`,
      ...(isRefused && { status: 422, hasErrors: true }),
    },
    <Act
      text={text}
      formToken={formToken}
      title={title}
      whom={accountActions.whom(nameOf(text, visit.account), visit.account.username)}
      words={cannot === undefined ? words : [cannot]}
      errors={errors}
      refusal={refusal}
      to={cannot === undefined ? `${visit.at}/${path}` : undefined}
      kept={kept}
      label={label}
      back={visit.at}
    >
      {shown.children}
    </Act>,
  )
}
