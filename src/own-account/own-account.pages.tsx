import { shownEmailAddress } from '../delivery/address.js'
import { OwnAccount } from '../../views/own-account/own-account.js'
import type { OwnRequest } from '../../views/own-account/requests.js'
import type { School as SchoolShown } from '../../views/own-account/schools.js'
import type { SessionShown } from '../../views/own-account/sessions.js'
import type { Account } from '../accounts/account.js'
import type { OwnSession } from '../login/sessions/own-sessions.js'
import { clockOf, dateOf, dayOf, stockholmDayOf } from '../text/moment.js'
import type { Ctx } from '../web/context.js'
import { show } from '../web/page.js'
import type { SignedIn } from '../web/signed-in.js'
import type { PermissionRequest } from '../permissions/requests/request.js'
import { termsOf } from '../permissions/grants/grants.messages.js'
import { whatWasDone } from './own-account.messages.js'
import type { School } from './schools.js'
import { fullName } from '../values/names.js'

export interface Shown {
  readonly who: SignedIn
  readonly account: Account
  readonly schools: readonly School[]
  readonly requests: readonly PermissionRequest[]
  readonly sessions: readonly OwnSession[]
}

export function showOwnAccount(ctx: Ctx, { who, account, schools, requests, sessions }: Shown): void {
  const { text, formToken } = ctx.state
  show(
    ctx,
    { title: text.ownAccount.title, returnTo: '/konto' },
    <OwnAccount
      text={text}
      formToken={formToken}
      done={whatWasDone(text, ctx.query['klart'])}
      name={fullName(account)}
      username={account.username}
      email={account.email === null ? null : shownEmailAddress(account.email)}
      language={account.language}
      schools={schools.map((school) => asShown(ctx, school))}
      requests={requests.map((request) => requestAsShown(ctx, request))}
      sessions={sessions.map((session) => sessionAsShown(ctx, session, who.uid))}
    />,
  )
}

const asShown = (ctx: Ctx, school: School): SchoolShown => {
  const { text, language } = ctx.state
  return {
    id: school.organisation.id,
    name: school.organisation.name,
    code: text.ownAccount[school.organisation.kind](school.organisation.code),
    isAdministeredByThem: school.isAdministeredByThem,
    administrators: school.administrators,
    held: school.held.map(({ service, grant }) => ({
      service: service[language],
      state: grant.state,
      terms: termsOf(text, language, grant),
    })),
  }
}

/** Who answered is told only by name where the name may be shown. */
const requestAsShown = (ctx: Ctx, { id, service, organisation, askedAt, answer }: PermissionRequest): OwnRequest => {
  const { text, language } = ctx.state
  const { requests: words } = text.administration
  return {
    id,
    what: text.administration.mails.serviceAt(service[language], organisation.name),
    askedOn: dateOf(language, stockholmDayOf(askedAt)),
    answer: answer && words.answerOf[answer.kind],
    reason: answer?.reason,
  }
}

const sessionAsShown = (ctx: Ctx, { uid, signedInAt, lastSeenAt, network }: OwnSession, here: string): SessionShown => {
  const { text, language } = ctx.state
  const { ownAccount: words } = text
  return {
    uid,
    isHere: uid === here,
    since: words.signedInSince(dayOf(language, signedInAt), clockOf(text, signedInAt)),
    lastSeen: words.lastSeen(dayOf(language, lastSeenAt), clockOf(text, lastSeenAt)),
    source: network === undefined ? undefined : words.fromNetwork(network),
  }
}
