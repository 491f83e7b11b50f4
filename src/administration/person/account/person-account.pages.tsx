import { addressLines } from '../../../text/place.js'
import { shownEmailAddress } from '../../../delivery/address.js'
import { EndingFields } from '../../../../views/parts/act-fields.js'
import { ActPage } from '../../../../views/administration/person/act-page.js'
import { openEndingRequest, type AskedForEnding } from '../../../accounts/ending-requests/ask-for-ending.js'
import type { OrderedAgain } from '../../../one-time-passwords/order-again.js'
import { clockOf, dateOf, stockholmDayOf } from '../../../text/moment.js'
import { lettersOf } from '../../../username-letters/listed/letters-of.js'
import type { Ctx } from '../../../web/context.js'
import { showTool } from '../../administration.pages.js'
import type { AdministrationDeps } from '../../deps.js'
import { nameOf } from '../person.messages.js'
import type { Visit } from '../person.pages.js'
import { whyNoLetter, type OrderedLetterAgain } from './letter-again.js'
import { sentTo, type Sent } from '../sent.js'

export interface PasswordShown {
  readonly visit: Visit
  readonly refused?: Exclude<OrderedAgain['kind'], 'ordered'>
}

/** *Skicka nytt engångslösenord*: what it does, when it was done last, and whether it can be done. */
export async function showPassword(ctx: Ctx, { db, context }: AdministrationDeps, shown: PasswordShown): Promise<void> {
  const { visit, refused } = shown
  const { text, formToken } = ctx.state
  const { personActions: words } = text.administration
  const { row, isSelf } = visit.person
  const [letter] = await lettersOf(db, row.accountId)
  const last = (await sentTo(db, row.accountId)).find(
    ({ what }) => what === 'one-time-password-ordered' || what === 'one-time-password',
  )
  const can = row.endedAt === null && row.hasEmail && !isSelf
  const about = [
    row.hasPassword ? words.passwordOld : words.passwordNew(context.policy.initialPassword.days),
    words.passwordNobody,
    row.email === null ? words.passwordToHidden : words.passwordTo(shownEmailAddress(row.email)),
    lastTime(ctx, last),
    ...(letter !== undefined && letter.postedAt === undefined && !row.hasPassword ? [words.letterWaits] : []),
  ]
  const refusals = {
    'too-soon': words.passwordTooSoon,
    'no-recipient': words.passwordCannot,
    'address-held': words.passwordHeld,
  }
  showTool(
    ctx,
    {
      title: words.passwordTitle,
      area: 'people',
      help: text.administration.help.password,
      returnTo: `${visit.at}/engangslosenord`,
      ...(refused && { status: 422, hasErrors: true }),
    },
    <ActPage
      text={text}
      formToken={formToken}
      title={words.passwordTitle}
      name={nameOf(text, visit.person)}
      words={can ? about : [words.passwordCannot]}
      refusal={refused && refusals[refused]}
      to={can && refused === undefined ? `${visit.at}/engangslosenord` : undefined}
      label={words.passwordSend}
      back={visit.at}
    />,
  )
}

export interface LetterShown {
  readonly visit: Visit
  readonly refused?: Exclude<OrderedLetterAgain['kind'], 'ordered'>
}

/** *Skicka brevet med användarnamnet igen*: where to, and whether it can be done. */
export async function showLetterAgain(
  ctx: Ctx,
  { db }: AdministrationDeps,
  { visit, refused }: LetterShown,
): Promise<void> {
  const { text, formToken } = ctx.state
  const { personActions: words } = text.administration
  const { row } = visit.person
  const standing = refused ?? (await whyNoLetter(db, visit.person))
  const refusal = standing && (standing === 'wrong-address' ? words.letterAddressFirst : words.letterCannot)
  showTool(
    ctx,
    {
      title: words.letterTitle,
      area: 'people',
      help: text.administration.help.letter,
      returnTo: `${visit.at}/brev`,
      ...(refused && { status: 422, hasErrors: true }),
    },
    <ActPage
      text={text}
      formToken={formToken}
      title={words.letterTitle}
      name={nameOf(text, visit.person)}
      words={refusal === undefined ? [words.letterWords, addressLines(row).join(', ')] : [refusal]}
      refusal={refused && refusal}
      to={refusal === undefined ? `${visit.at}/brev` : undefined}
      label={words.letterSend}
      back={visit.at}
    />,
  )
}

export interface EndingShown {
  readonly visit: Visit
  readonly typed: { readonly reason: string }
  readonly refused?: Exclude<AskedForEnding['kind'], 'asked'> | 'wrong-reason'
}

/** *Begär att kontot avslutas*: what that means, and why it is asked. */
export async function showEnding(
  ctx: Ctx,
  { db }: AdministrationDeps,
  { visit, typed, refused }: EndingShown,
): Promise<void> {
  const { text, formToken } = ctx.state
  const { personActions: words } = text.administration
  const { row, isSelf } = visit.person
  const request = await openEndingRequest(db, row.accountId)
  const can = row.endedAt === null && !isSelf && request === undefined
  const errors = refused === 'wrong-reason' ? [{ field: 'reason', message: words.wrong.endingReason }] : []
  const refusals = { 'asked-already': words.endingAlready, 'not-there': words.endingCannot, 'wrong-reason': undefined }
  const cannot = request === undefined ? words.endingCannot : words.endingAlready
  showTool(
    ctx,
    {
      title: words.endingTitle,
      area: 'people',
      help: text.administration.help.ending,
      returnTo: `${visit.at}/avsluta-konto`,
      ...(refused && { status: 422, hasErrors: true }),
    },
    <ActPage
      text={text}
      formToken={formToken}
      title={words.endingTitle}
      name={nameOf(text, visit.person)}
      words={can ? [words.endingWords] : [cannot]}
      errors={can ? errors : []}
      refusal={refused && refusals[refused]}
      to={can ? `${visit.at}/avsluta-konto` : undefined}
      label={words.endingSend}
      back={visit.at}
    >
      <EndingFields text={text} typed={typed} errors={errors} />
    </ActPage>,
  )
}

const lastTime = (ctx: Ctx, last: Sent | undefined): string => {
  const { text, language } = ctx.state
  const { personActions: words } = text.administration
  if (last === undefined) return words.passwordNever
  const told = last.what === 'one-time-password' ? words.passwordMailed : words.passwordLast
  return told(dateOf(language, stockholmDayOf(last.at)), clockOf(text, last.at))
}
