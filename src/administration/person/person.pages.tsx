import { shownEmailAddress } from '../../delivery/address.js'
import { PersonPage, type SentShown } from '../../../views/administration/person/person-page.js'
import type { AtOrganisation, GrantShown } from '../../../views/administration/person/person-permissions.js'
import type { DetailsShown } from '../../../views/administration/person/person-details.js'
import type { Path } from '../../../views/parts/link.js'
import { openEndingRequest } from '../../accounts/ending-requests/ask-for-ending.js'
import { writtenPersonalIdentityNumber } from '../../accounts/personal-identity-number.js'
import { termsOf } from '../../permissions/grants/grants.messages.js'
import { clockOf, dateOf, stockholmDayOf } from '../../text/moment.js'
import type { Ctx } from '../../web/context.js'
import { NotHere } from '../../web/refusals.js'
import type { Administrator } from '../administrator.js'
import { historyOf } from '../history/history.js'
import { historyList } from '../history/history.pages.js'
import { administrator, showTool } from '../administration.pages.js'
import { wayBack } from '../people/search.js'
import type { AdministrationDeps } from '../deps.js'
import { findPerson, isLive, standingOf, type HeldHere, type PersonHere, type Standing } from './find-person.js'
import { nameOf, statusOf, whatWasDone } from './person.messages.js'
import { sentTo } from './sent.js'
import { mayOrderLetter } from './account/letter-again.js'
import { addressLines } from '../../text/place.js'

export interface Visit {
  readonly by: Administrator
  readonly person: PersonHere
  /** The person's own page. */
  readonly at: Path
}

/**
 * Who asks, and about whom: the guard in front of every route below `/behorigheter/personer/:id`.
 * @throws NotHere for a stranger and for nobody alike
 */
export async function visitTo(ctx: Ctx, id: string | undefined, { db }: AdministrationDeps): Promise<Visit> {
  const by = await administrator(ctx, db)
  const person = await findPerson(db, by, id ?? '')
  if (person === undefined) throw new NotHere('nobody at an organisation of theirs')
  return { by, person, at: `/behorigheter/personer/${person.row.accountId}` }
}

/** What has just been shown on purpose. */
export interface Shown {
  readonly number?: string
  readonly username?: string
}

export async function showPerson(
  ctx: Ctx,
  { db, context }: AdministrationDeps,
  { by, person, at, ...shown }: Visit & Shown,
) {
  const { text, language, formToken } = ctx.state
  const { accountId } = person.row
  const organisationIds = by.organisations.map(({ id }) => id)
  const [standing, sent, request, history] = await Promise.all([
    standingOf(db, context, { accountId, by: by.accountId }),
    sentTo(db, accountId),
    openEndingRequest(db, accountId),
    historyOf(db, { organisationIds, about: accountId, limit: 5 }),
  ])
  const isOver = person.row.endedAt !== null
  showTool(
    ctx,
    { title: nameOf(text, person), area: 'people', help: text.administration.person.help, returnTo: at },
    <PersonPage
      text={text}
      formToken={formToken}
      at={at}
      list={wayBack(ctx.querystring)}
      name={nameOf(text, person)}
      done={whatWasDone(text, ctx.query['klart'])}
      hint={ctx.query['valj'] === 'ingen' ? text.administration.person.tickFirst : undefined}
      isSelf={person.isSelf}
      details={detailsShown(ctx, { person, standing, shown })}
      organisations={organisationsShown(ctx, person)}
      status={statusOf(text, language, { row: person.row, lockedUntil: standing.lockedUntil })}
      sent={sent.map(({ at: when, what }): SentShown => ({
        when: `${dateOf(language, stockholmDayOf(when))} ${clockOf(text, when)}`,
        what: text.administration.person.sentWhat[what],
      }))}
      mayOrderLetter={await mayOrderLetter(db, person)}
      maySend={!isOver && !person.isSelf && person.row.hasEmail}
      ending={request && text.administration.person.endingAsked(dateOf(language, stockholmDayOf(request.askedAt)))}
      mayAskEnding={!isOver && !person.isSelf && request === undefined}
      history={historyList(ctx, {
        history: { ...history, older: undefined },
        at: `${at}/historik`,
        tellsWhere: by.organisations.length > 1,
        isFirstPage: true,
      })}
    />,
  )
}

/** A permission as it is shown, with its days in words. */
export function grantShown(ctx: Ctx, { grantId, service, grant, isTheirs }: HeldHere): GrantShown {
  const { text, language } = ctx.state
  return { grantId, service: service[language], state: grant.state, terms: termsOf(text, language, grant), isTheirs }
}

const detailsShown = (
  ctx: Ctx,
  { person, standing, shown }: { readonly person: PersonHere; readonly standing: Standing; readonly shown: Shown },
): DetailsShown => {
  const { text, language } = ctx.state
  const { row } = person
  const masked = row.birthday === null ? undefined : `${row.birthday}-****`
  return {
    name: nameOf(text, person),
    isProtected: row.isProtected,
    number: shown.number === undefined ? masked : writtenPersonalIdentityNumber(shown.number),
    isNumberShown: shown.number !== undefined,
    username: shown.username,
    email: row.seesAddresses ? shownEmailAddress(row.email ?? text.administration.person.noEmail) : undefined,
    address: addressLines(row),
    addressRefused:
      row.addressRefusedAt === null
        ? undefined
        : text.administration.person.letterCameBack(dateOf(language, stockholmDayOf(row.addressRefusedAt))),
    language: text.ownAccount.languageName[row.language],
    mayChange: standing.mayChange,
  }
}

/** Each of the reader's organisations where the person is or was. */
const organisationsShown = (ctx: Ctx, { held }: PersonHere): readonly AtOrganisation[] => {
  const organisations = new Map(held.map(({ organisation }) => [organisation.id, organisation]))
  return [...organisations.values()].map(({ id, name, kind, code }) => {
    const here = held.filter(({ organisation }) => organisation.id === id)
    const live = here.filter(isLive)
    return {
      id,
      name,
      code: ctx.state.text.ownAccount[kind](code),
      live: live.map((one) => grantShown(ctx, one)),
      former: here.filter((one) => !isLive(one)).map((one) => grantShown(ctx, one)),
      canResume: live.some(({ grant }) => 'pause' in grant && grant.pause !== undefined),
    }
  })
}
