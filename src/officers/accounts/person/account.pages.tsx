import { shownEmailAddress } from '../../../delivery/address.js'
import { AccountPage, type ActLink } from '../../../../views/officers/accounts/account-page.js'
import type { AtOrganisation } from '../../../../views/officers/accounts/account-permissions.js'
import type { DetailsShown } from '../../../../views/officers/accounts/account-details.js'
import type { SessionShown } from '../../../../views/officers/accounts/account-signing-in.js'
import type { Path } from '../../../../views/parts/link.js'
import { writtenPersonalIdentityNumber } from '../../../accounts/personal-identity-number.js'
import { endingRequestsAbout } from '../../../accounts/ending-requests/decide-request.js'
import { endingsOf } from '../../../accounts/endings/end-account.js'
import { sessionsOf, type OwnSession } from '../../../login/sessions/own-sessions.js'
import { appointmentsOf } from '../../../organisations/appointments/appointments-of.js'
import { grantsOf, type Held } from '../../../permissions/grants/grants-of.js'
import { termsOf } from '../../../permissions/grants/grants.messages.js'
import { clockOf, dateOf, dayOf, stockholmDayOf } from '../../../text/moment.js'
import type { Text } from '../../../text/text.js'
import type { Ctx } from '../../../web/context.js'
import { NotHere } from '../../../web/refusals.js'
import { officer, showTool, type Officer } from '../../officers.pages.js'
import type { OfficerDeps } from '../../deps.js'
import { plainActions } from '../actions/plain-actions.js'
import { attemptKinds, eventShown, historyOf } from '../history/history.js'
import { findAccountHere, type AccountHere } from './find-person.js'
import {
  appointmentWords,
  conditionOf,
  doneWords,
  endingWords,
  momentOf,
  nameOf,
  sentWords,
  statusOf,
} from './account.messages.js'
import { sentTo } from './sent.js'
import { addressLines } from '../../../text/place.js'
import { fullName } from '../../../values/names.js'

export interface Visit {
  readonly by: Officer
  readonly account: AccountHere
  /** The account's own page. */
  readonly at: Path
}

/**
 * Who asks, and about whom: the guard in front of every route below `/handlaggning/konton/:id`.
 * @throws NotHere for nobody
 */
export async function visitTo(ctx: Ctx, id: string | undefined, parts: OfficerDeps): Promise<Visit> {
  return await visitBy(await officer(ctx, parts.db), id, parts)
}

const visitBy = async (by: Officer, id: string | undefined, { db, context }: OfficerDeps): Promise<Visit> => {
  const account = await findAccountHere(db, context, { id: id ?? '', by: by.accountId })
  if (account === undefined) throw new NotHere('nobody’s account')
  return { by, account, at: `/handlaggning/konton/${account.accountId}` }
}

/** `shows` what has just been asked for: the number, or all of a person with protected identity. */
export async function showAccount(
  ctx: Ctx,
  { db, context }: OfficerDeps,
  { account, at, shows = false }: Visit & { readonly shows?: boolean },
): Promise<void> {
  const { text, formToken } = ctx.state
  const { accountId } = account
  const [held, appointments, sessions, sent, attempts, history, endings, requests] = await Promise.all([
    grantsOf(db, accountId),
    appointmentsOf(db, accountId),
    sessionsOf(db, context, accountId),
    sentTo(db, accountId),
    historyOf(db, { accountId, kinds: attemptKinds, limit: 8 }),
    historyOf(db, { accountId, limit: 8 }),
    endingsOf(db, accountId),
    endingRequestsAbout(db, accountId),
  ])
  const isOpen = !account.isProtected || shows
  showTool(
    ctx,
    { title: nameOf(text, account), area: 'accounts', returnTo: at },
    <AccountPage
      text={text}
      formToken={formToken}
      at={at}
      name={isOpen ? fullName(account) : nameOf(text, account)}
      state={conditionOf(account)}
      isSelf={account.isSelf}
      done={doneWords(text, ctx.query['klart'])}
      actions={account.isSelf ? [] : actionsFor(text, account)}
      attempts={attempts.events.map((event) => eventShown(ctx.state, event))}
      history={history.events.map((event) => eventShown(ctx.state, event))}
      endings={endings.flatMap((ending) => endingWords(ctx.state, ending))}
      mergedInto={account.mergedInto}
      request={requests.find(({ decision }) => decision === null)?.id}
      details={detailsShown(ctx, { account, isOpen, shows })}
      status={statusOf(ctx.state, account)}
      passwordSet={account.passwordSetAt && momentOf(ctx.state, account.passwordSetAt)}
      signedIn={account.signedInAt && momentOf(ctx.state, account.signedInAt)}
      sessions={sessions.map((session) => sessionShown(ctx, session))}
      organisations={organisationsShown(ctx, held)}
      appointments={appointments.map((appointment) => ({
        id: appointment.id,
        organisation: appointment.organisation.name,
        state: appointment.state,
        words: appointmentWords(ctx.state, appointment),
      }))}
      sent={sent.map((one) => ({ when: momentOf(ctx.state, one.at), what: sentWords(text, one) }))}
    />,
  )
}

/** What can be done now, each with the way to it. */
const actionsFor = (text: Text, account: AccountHere): readonly ActLink[] => {
  const { accountActions: words } = text.officers
  const plain = plainActions
    .filter(({ can }) => can(account))
    .map(({ name, path }) => ({ path, title: words.plain[name].title }))
  if (account.mergedInto !== null) return []
  if (account.endedAt !== null) return [{ path: 'oppna', title: words.reopen.title }, ...plain]
  return [
    { path: 'uppgifter', title: words.details.title },
    { path: 'personnummer', title: text.officers.merging.number.title },
    ...plain,
    { path: 'sla-ihop', title: text.officers.merging.title },
    { path: 'avsluta', title: words.end.title },
  ]
}

const detailsShown = (
  ctx: Ctx,
  { account, isOpen, shows }: { readonly account: AccountHere; readonly isOpen: boolean; readonly shows: boolean },
): DetailsShown => {
  const { text, language } = ctx.state
  const { number, emailRefusedAt } = account
  return {
    isProtected: account.isProtected,
    isShown: shows,
    reached: isOpen
      ? {
          number: shows ? writtenPersonalIdentityNumber(number) : `${number.slice(0, 8)}-****`,
          email: account.email === null ? text.officers.account.noEmail : shownEmailAddress(account.email),
          refused: emailRefusedAt && dateOf(language, stockholmDayOf(emailRefusedAt)),
          address: addressLines(account),
        }
      : undefined,
    username: account.username,
    language: text.ownAccount.languageName[account.language],
    created: dateOf(language, stockholmDayOf(account.createdAt)),
    isOfficer: account.isOfficer,
  }
}

const sessionShown = (ctx: Ctx, { uid, signedInAt, lastSeenAt, network }: OwnSession): SessionShown => {
  const { text, language } = ctx.state
  const { account: words } = text.officers
  return {
    uid,
    since: words.since(dayOf(language, signedInAt), clockOf(text, signedInAt)),
    lastSeen: words.lastSeen(dayOf(language, lastSeenAt), clockOf(text, lastSeenAt)),
    source: network === undefined ? undefined : words.fromNetwork(network),
  }
}

/** What holds or will at each organisation, and what has been. */
const organisationsShown = (ctx: Ctx, held: readonly Held[]): readonly AtOrganisation[] => {
  const { text, language } = ctx.state
  const organisations = new Map(held.map(({ organisation }) => [organisation.id, organisation]))
  return [...organisations.values()].map(({ id, name, kind, code }) => {
    const here = held
      .filter(({ organisation }) => organisation.id === id)
      .map(({ grantId, service, grant }) => ({
        grantId,
        service: service[language],
        state: grant.state,
        terms: termsOf(text, language, grant),
      }))
    const isOver = ({ state }: (typeof here)[number]) => state === 'ended' || state === 'expired'
    return {
      id,
      name,
      code: text.ownAccount[kind](code),
      live: here.filter((one) => !isOver(one)),
      former: here.filter(isOver),
    }
  })
}
