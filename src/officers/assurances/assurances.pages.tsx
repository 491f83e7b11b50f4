import type { Text } from '../../text/text.js'
import { detailFields, whyNotDetail, type DetailField } from '../../accounts/details/details.js'
import { readLine } from '../../values/line.js'
import { sentenceFor, whyNotLine } from '../../values/mistakes.js'
import { AssuranceList, type AssuranceLine } from '../../../views/officers/assurances/list.js'
import { NewAssurance } from '../../../views/officers/assurances/new.js'
import type { FieldError } from '../../../views/parts/error-summary.js'
import type { Db } from '../../database/database.js'
import { decisions } from '../../organisations/assurances/assurance.js'
import { dayOf } from '../../text/moment.js'
import type { Ctx } from '../../web/context.js'
import { showTool } from '../officers.pages.js'
import { selectFoundAssurances, type AssuranceSearch } from './assurances.queries.js'
import type { KnownPerson } from './detail/find-detail.js'
import type { Mistake, TypedForm } from './assurances.form.js'
import { readWords } from '../../values/words.js'

const shownAtMost = 100

/** Papers by state, sought by name or code; without either, those that wait and those decided lately. */
export async function showAssurances(ctx: Ctx, db: Db): Promise<void> {
  const { text } = ctx.state
  const words = readWords(String(ctx.query['sok'] ?? '')).slice(0, 100)
  const state = (['registered', ...decisions] as const).find((known) => known === ctx.query['lage'])
  const isSearch = words !== '' || state !== undefined
  const lines = async (search: AssuranceSearch) =>
    (await selectFoundAssurances(db, search)).map((row) => asLine(ctx, row))
  const registered = await lines({ state: 'registered', words: '', atMost: shownAtMost })
  const all = await lines({ state, words, atMost: shownAtMost })
  showTool(
    ctx,
    { title: text.officers.assurances.title, area: 'assurances', returnTo: '/handlaggning/forsakringar' },
    <AssuranceList
      text={text}
      search={{ words, state: state ?? '' }}
      found={isSearch ? all : undefined}
      waiting={registered}
      decided={isSearch ? [] : all.filter((line) => line.state !== 'registered').slice(0, 25)}
    />,
  )
}

export interface Typing {
  readonly typed: TypedForm
  readonly mistakes: readonly Mistake[]
  /** Whose number it is, when they are called something else. */
  readonly isAnothers?: KnownPerson
}

export function showNew(ctx: Ctx, { typed, mistakes, isAnothers }: Typing): void {
  const { text, formToken } = ctx.state
  const { assurances: words } = text.officers
  const otherName = isAnothers && words.otherName(isAnothers.isProtected ? undefined : isAnothers.name)
  const asks = {
    otherSignatory: typed.otherSignatory === 'ja' || mistakes.some(({ what }) => what === 'signatory-is-appointed'),
    notRegistrar: typed.notRegistrar === 'ja' || mistakes.some(({ what }) => what === 'signed-by-registrar'),
  }
  const hasErrors = mistakes.length > 0 || isAnothers !== undefined
  const errors: readonly FieldError[] = [
    ...mistakes.map(({ field, what }) => ({
      field,
      message: whyNot(text, what, typed),
    })),
    ...(otherName === undefined ? [] : [{ field: 'personnummer', message: words.otherNameTyped(otherName) }]),
  ]
  showTool(
    ctx,
    {
      title: text.officers.assurances.newTitle,
      area: 'assurances',
      returnTo: '/handlaggning/forsakringar/ny',
      ...(hasErrors && { hasErrors, status: 422 }),
    },
    <NewAssurance
      text={text}
      formToken={formToken}
      typed={typed}
      errors={errors}
      isAnothers={isAnothers?.accountId}
      asks={asks}
    />,
  )
}

const asLine = (ctx: Ctx, row: Awaited<ReturnType<typeof selectFoundAssurances>>[number]): AssuranceLine => {
  const { text, language } = ctx.state
  const { assurances: words } = text.officers
  return {
    id: row.id,
    name: words.of(row.name ?? words.replacedProtected, row.organisation),
    state: row.decision ?? 'registered',
    words: words.registeredBy(row.officer, dayOf(language, row.registeredAt)),
  }
}

/** Values that are asked for elsewhere too have the one sentence that they have there. */
const whyNot = (text: Text, what: Mistake['what'], typed: TypedForm): string => {
  const { mistakes, officers } = text
  if (isDetail(what)) return whyNotDetail(text, what, typed)
  if (what === 'signatory-missing') return whyNotSignatory(text, readLine(typed.signatoryName))
  const words = {
    ...officers.assurances.wrong,
    ...mistakes.number,
    personnummer: mistakes.missing.number,
    'no-number': mistakes.missing.number,
    'malformed-code': mistakes.code,
    signedOn: mistakes['no-date'],
    lastDay: mistakes['no-date'],
  }
  return words[what]
}

const isDetail = (what: Mistake['what']): what is DetailField => detailFields.some((field) => field === what)

const whyNotSignatory = (text: Text, value: string): string => {
  const why = whyNotLine('fullName', value)
  return why === undefined || why === 'missing'
    ? text.officers.assurances.wrong['signatory-missing']
    : sentenceFor(text, { kind: 'fullName', why, value })
}
