import { AssurancePage } from '../../../views/officers/assurances/assurance.js'
import { AssuranceList, type AssuranceLine } from '../../../views/officers/assurances/list.js'
import { NewAssurance } from '../../../views/officers/assurances/new.js'
import { findAccount } from '../../accounts/find.js'
import { writtenPersonalIdentityNumber } from '../../accounts/personal-identity-number.js'
import type { Db } from '../../database/database.js'
import { decisions, type Assurance } from '../../organisations/assurances/assurance.js'
import { findAssurance } from '../../organisations/assurances/decide-assurance.js'
import { findOrganisationById, type FoundOrganisation } from '../../organisations/find.js'
import { dateOf, dayOf } from '../../text/moment.js'
import type { Text } from '../../text/text.js'
import type { Ctx } from '../../web/context.js'
import { NotHere } from '../../web/refusals.js'
import { showTool } from '../pages.js'
import { whatFollowed } from './followed.js'
import { selectAround, selectSought, type Around, type Sought } from './queries.js'
import type { Mistake, TypedPaper } from './typed.js'

const shownAtMost = 100

/** Papers by state, sought by name or code; without either, those that wait and those decided lately. */
export async function showAssurances(ctx: Ctx, db: Db): Promise<void> {
  const { text } = ctx.state
  const words = String(ctx.query['sok'] ?? '')
    .normalize('NFC')
    .replaceAll('\0', '')
    .trim()
    .slice(0, 100)
  const state = (['registered', ...decisions] as const).find((known) => known === ctx.query['lage'])
  const isSought = words !== '' || state !== undefined
  const lines = async (sought: Sought) => (await selectSought(db, sought)).map((row) => asLine(ctx, row))
  const registered = await lines({ state: 'registered', words: '', atMost: shownAtMost })
  const all = await lines({ state, words, atMost: shownAtMost })
  showTool(
    ctx,
    { title: text.officers.assurances.title, area: 'assurances', returnTo: '/handlaggning/forsakringar' },
    <AssuranceList
      text={text}
      sought={{ words, state: state ?? '' }}
      found={isSought ? all : undefined}
      waiting={registered}
      decided={isSought ? [] : all.filter((line) => line.state !== 'registered').slice(0, 25)}
    />,
  )
}

export interface Typing {
  readonly typed: TypedPaper
  readonly mistakes: readonly Mistake[]
}

export function showNew(ctx: Ctx, { typed, mistakes }: Typing): void {
  const { text, formToken } = ctx.state
  const hasErrors = mistakes.length > 0
  const errors = mistakes.map(({ field, what }) => ({ field, message: text.officers.assurances.wrong[what] }))
  showTool(
    ctx,
    {
      title: text.officers.assurances.newTitle,
      area: 'assurances',
      returnTo: '/handlaggning/forsakringar/ny',
      ...(hasErrors && { hasErrors, status: 422 }),
    },
    <NewAssurance text={text} formToken={formToken} typed={typed} errors={errors} />,
  )
}

export interface Showing {
  readonly id: string
  readonly reader: string
  readonly refused?: keyof Text['officers']['assurances']['refused']
  readonly isReasonMissing?: boolean
}

/** One paper, with what the reader may do about it. */
export async function showAssurance(
  ctx: Ctx,
  db: Db,
  { id, reader, refused, isReasonMissing }: Showing,
): Promise<void> {
  const { text, formToken, language } = ctx.state
  const assurance = await findAssurance(db, id)
  if (assurance === undefined) throw new NotHere('no such assurance')
  const { assurances: words } = text.officers
  const done = (['registered', ...decisions] as const).find((state) => state === ctx.query['klart'])
  const { appointed, decidedBy, decidedAt } = assurance
  const organisation = await findOrganisationById(db, assurance.organisationId)
  const around = await selectAround(db, id)
  const title = words.of(`${appointed.givenName} ${appointed.familyName}`, organisation?.name ?? '')
  const isRefused = refused !== undefined || isReasonMissing === true
  showTool(
    ctx,
    {
      title,
      area: 'assurances',
      returnTo: `/handlaggning/forsakringar/${id}`,
      ...(isRefused && { status: refused === 'decided-meanwhile' ? 409 : 422, hasErrors: true }),
    },
    <AssurancePage
      text={text}
      formToken={formToken}
      id={id}
      title={title}
      state={assurance.state}
      done={done && done === assurance.state ? words.done[done] : undefined}
      refused={refused && words.refused[refused]}
      isReasonMissing={isReasonMissing ?? false}
      isReaders={assurance.registeredBy === reader}
      scan={around?.hasScan === true ? `/handlaggning/forsakringar/${id}/fil` : undefined}
      followed={around === undefined ? [] : await whatFollowed(db, ctx.state, around)}
      replaces={replacesWhom(assurance)}
      facts={factsOf(ctx, { assurance, organisation, around })}
      trail={[
        words.registeredBy(await nameOf(db, assurance.registeredBy), dayOf(language, assurance.registeredAt)),
        ...(decidedBy === null || decidedAt === null
          ? []
          : [words.decidedBy(await nameOf(db, decidedBy), dayOf(language, decidedAt))]),
      ]}
    />,
  )
}

interface Read {
  readonly assurance: Assurance
  readonly organisation: FoundOrganisation | undefined
  readonly around: Around | undefined
}

/** What stands on the paper. */
const factsOf = (ctx: Ctx, { assurance, organisation, around }: Read): readonly (readonly [string, string])[] => {
  const { text, language } = ctx.state
  const { assurances: words } = text.officers
  const { appointed, lastDay, reason, state } = assurance
  return [
    [words.organisation, organisation === undefined ? '' : `${organisation.name} (${organisation.code})`],
    [words.signatory[organisation?.kind ?? 'school'], assurance.signatoryName],
    [words.signedOn, dateOf(language, assurance.signedOn)],
    [words.personnummer, writtenPersonalIdentityNumber(appointed.personalIdentityNumber)],
    [words.email, appointed.email],
    [words.address, `${appointed.street}, ${appointed.postalCode} ${appointed.locality}`],
    [words.effect, effectOf(ctx, assurance, around)],
    [words.lastDayShown, lastDay === undefined ? words.untilFurtherNotice : dateOf(language, lastDay)],
    ...(reason === null || state !== 'rejected' ? [] : [[words.reasonWas, reason] as const]),
  ]
}

/** What becomes of those who administer it, and of whom, if it is one of them. */
const effectOf = ({ state: { text } }: Ctx, { effect }: Assurance, around: Around | undefined): string => {
  const { assurances: words } = text.officers
  if (around === undefined || around.replacedId === null) return words[effect]
  return words.replacesNamed(around.replacedName ?? words.replacedProtected)
}

const replacesWhom = ({ effect, replaces }: Assurance): 'nobody' | 'one' | 'all' => {
  if (effect === 'adds') return 'nobody'
  return replaces === undefined ? 'all' : 'one'
}

const asLine = (ctx: Ctx, row: Awaited<ReturnType<typeof selectSought>>[number]): AssuranceLine => {
  const { text, language } = ctx.state
  const { assurances: words } = text.officers
  return {
    id: row.id,
    name: words.of(row.name ?? words.replacedProtected, row.organisation),
    state: row.decision ?? 'registered',
    words: words.registeredBy(row.officer, dayOf(language, row.registeredAt)),
  }
}

/** Officers know each other by name. */
const nameOf = async (db: Db, accountId: string): Promise<string> => {
  const account = await findAccount(db, accountId)
  return account === undefined ? '' : `${account.givenName} ${account.familyName}`
}
