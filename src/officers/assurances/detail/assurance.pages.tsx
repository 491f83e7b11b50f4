import { shownEmailAddress } from '../../../delivery/address.js'
import { AssurancePage } from '../../../../views/officers/assurances/assurance.js'
import type { KnownShown } from '../../../../views/officers/assurances/assurance-props.js'
import { findAccount } from '../../../accounts/find.js'
import { writtenPersonalIdentityNumber } from '../../../accounts/personal-identity-number.js'
import type { Db } from '../../../database/database.js'
import { decisions, type Assurance } from '../../../organisations/assurances/assurance.js'
import { dateOf, dayOf } from '../../../text/moment.js'
import type { Text } from '../../../text/text.js'
import type { Ctx } from '../../../web/context.js'
import { NotHere } from '../../../web/refusals.js'
import type { Origin } from '../../../context/origin.js'
import { showTool } from '../../officers.pages.js'
import { findDetail, noteLook, type AssuranceDetail, type KnownPerson } from './find-detail.js'
import { whatFollowed } from './followed.js'
import { addressLines } from '../../../text/place.js'
import { fullName } from '../../../values/names.js'

export interface Visit {
  readonly assuranceId: string
  readonly by: string
  readonly from: Origin
}

export interface DetailMistake {
  readonly field: 'reason' | 'samePerson' | 'scan'
  readonly what: keyof Text['officers']['assurances']['wrongHere']
}

export interface Showing extends Visit {
  /** What is masked has just been asked for: the number, or all of a person with protected identity. */
  readonly shows?: boolean
  readonly refused?: Exclude<keyof Text['officers']['assurances']['refused'], 'other-name'>
  readonly mistakes?: readonly DetailMistake[]
}

/** One paper, with what the reader may do about it. */
export async function showDetail(ctx: Ctx, db: Db, showing: Showing): Promise<void> {
  const { assuranceId: id, by, from, shows = false, refused, mistakes = [] } = showing
  const { text, formToken } = ctx.state
  const { assurances: words } = text.officers
  const detail = await findDetail(db, id)
  if (detail === undefined) throw new NotHere('no such assurance')
  await db.transaction().execute(async (trx) => await noteLook(trx, detail, { by, from, shows }))
  const { assurance, organisation, around } = detail
  const isHidden = detail.known?.isProtected === true && !shows
  const title = words.of(isHidden ? words.replacedProtected : fullName(assurance.appointed), organisation?.name ?? '')
  const done = (['registered', 'scan', ...decisions] as const).find((state) => state === ctx.query['klart'])
  const isRefused = refused !== undefined || mistakes.length > 0
  showTool(
    ctx,
    {
      title,
      area: 'assurances',
      returnTo: `/handlaggning/forsakringar/${id}`,
      ...(isRefused && { status: isTooLate(refused) ? 409 : 422, hasErrors: true }),
    },
    <AssurancePage
      text={text}
      formToken={formToken}
      at={`/handlaggning/forsakringar/${id}`}
      title={title}
      state={assurance.state}
      done={done && (done === 'scan' || done === assurance.state) ? words.done[done] : undefined}
      refused={refused && words.refused[refused]}
      errors={mistakes.map(({ field, what }) => ({ field, message: words.wrongHere[what] }))}
      isReaders={assurance.registeredBy === by}
      known={knownShown(text, detail, isHidden)}
      isShown={shows}
      hasScan={around?.hasScan === true}
      followed={around === undefined ? [] : await whatFollowed(db, ctx.state, around)}
      replaces={replacesWhom(assurance)}
      namesakes={await namesakesShown(ctx, db, assurance)}
      facts={factsOf(ctx, detail, { isHidden, shows })}
      trail={await trailOf(ctx, db, assurance)}
    />,
  )
}

const isTooLate = (refused: Showing['refused']): boolean =>
  refused === 'decided-meanwhile' || refused === 'scan-there-already'

const knownShown = (text: Text, { known, assurance }: AssuranceDetail, isHidden: boolean): KnownShown | undefined => {
  const { assurances: words } = text.officers
  return (
    known && {
      accountId: known.accountId,
      isProtected: known.isProtected,
      otherName: known.hasOtherName ? words.otherName(isHidden ? undefined : known.name) : undefined,
      approval: known.isEnded
        ? []
        : [words.known.approval[known.standing], ...emailDiffers(text, { known, assurance, isHidden })],
    }
  )
}

interface Compared {
  readonly known: KnownPerson
  readonly assurance: Assurance
  readonly isHidden: boolean
}

/** The address of a person with protected identity is shown on purpose only. */
const emailDiffers = (
  { officers: { assurances: words } }: Text,
  { known: { email, standing }, assurance, isHidden }: Compared,
): readonly string[] => {
  if (email === assurance.appointed.email) return []
  const { known: said } = words
  const differs = email === null ? said.noEmail : said.otherEmail(isHidden ? undefined : shownEmailAddress(email))
  return standing === 'nobodys' ? [differs] : [differs, said.emailStays]
}

interface Seen {
  readonly isHidden: boolean
  readonly shows: boolean
}

/** What stands on the paper. */
const factsOf = (
  ctx: Ctx,
  { assurance, organisation, around }: AssuranceDetail,
  seen: Seen,
): readonly (readonly [string, string])[] => {
  const { text, language } = ctx.state
  const { assurances: words } = text.officers
  const { lastDay, reason } = assurance
  return [
    [words.organisation, organisation === undefined ? '' : `${organisation.name} (${organisation.code})`],
    ...(seen.isHidden && assurance.signatoryIsNot.appointed
      ? []
      : [[words.signatory[organisation?.kind ?? 'school'], assurance.signatoryName] as const]),
    [words.signedOn, dateOf(language, assurance.signedOn)],
    ...(seen.isHidden ? [] : reachedAt(text, assurance, seen)),
    [words.effect, effectOf(text, assurance, around)],
    [words.lastDayShown, lastDay === undefined ? words.untilFurtherNotice : dateOf(language, lastDay)],
    ...(reason === null ? [] : [[words.reasonWas, reason] as const]),
  ]
}

/** Who is appointed and where they are reached; of a protected identity, nothing until it is asked for. */
const reachedAt = (
  { officers: { assurances: words } }: Text,
  { appointed }: Assurance,
  { shows }: Seen,
): readonly (readonly [string, string])[] => {
  const { personalIdentityNumber: number, email } = appointed
  return [
    [words.personnummer, shows ? writtenPersonalIdentityNumber(number) : `${number.slice(0, 8)}-****`],
    [words.email, shownEmailAddress(email)],
    [words.address, addressLines(appointed).join(', ')],
  ]
}

/** What becomes of those who administer it, and of whom, if it is one of them. */
const effectOf = (
  { officers: { assurances: words } }: Text,
  { effect }: Assurance,
  around: AssuranceDetail['around'],
): string => {
  if (around === undefined || around.replacedId === null) return words[effect]
  return words.replacesNamed(around.replacedName ?? words.replacedProtected)
}

const replacesWhom = ({ effect, replaces }: Assurance): 'nobody' | 'one' | 'all' => {
  if (effect === 'adds') return 'nobody'
  return replaces === undefined ? 'all' : 'one'
}

/** Whose name the signatory has, by the word of the officer who registered it two persons. */
const namesakesShown = async (ctx: Ctx, db: Db, assurance: Assurance): Promise<readonly string[]> => {
  const { signatoryIsNot: words } = ctx.state.text.officers.assurances
  const { registeredBy, signatoryIsNot } = assurance
  const officer = await nameOf(db, registeredBy)
  return (['appointed', 'registrar'] as const).flatMap((whose) =>
    signatoryIsNot[whose] ? [words[whose](officer)] : [],
  )
}

/** Who has done what with it. */
const trailOf = async (ctx: Ctx, db: Db, assurance: Assurance): Promise<readonly string[]> => {
  const { text, language } = ctx.state
  const { assurances: words } = text.officers
  const { registeredBy, registeredAt, decidedBy, decidedAt } = assurance
  return [
    words.registeredBy(await nameOf(db, registeredBy), dayOf(language, registeredAt)),
    ...(decidedBy === null || decidedAt === null
      ? []
      : [words.decidedBy(await nameOf(db, decidedBy), dayOf(language, decidedAt))]),
  ]
}

/** Officers know each other by name. */
const nameOf = async (db: Db, accountId: string): Promise<string> => {
  const account = await findAccount(db, accountId)
  return account === undefined ? '' : fullName(account)
}
