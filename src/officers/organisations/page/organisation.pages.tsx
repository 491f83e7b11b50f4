import { schoolForms } from '../../../../config/school-forms.js'
import { HistoryList } from '../../../../views/parts/history-list.js'
import { EndAppointment } from '../../../../views/officers/organisations/end-appointment.js'
import { OrganisationHistoryPage } from '../../../../views/officers/organisations/organisation-history.js'
import { OrganisationPage } from '../../../../views/officers/organisations/organisation.js'
import type { Db } from '../../../database/database.js'
import { contactLine } from '../../../organisations/contacts/contacts.messages.js'
import { contactsOf } from '../../../organisations/contacts/keep-contacts.js'
import type { OrganisationDetails } from '../../../organisations/details.js'
import { findOrganisationById } from '../../../organisations/find.js'
import { holdersAt } from '../../../permissions/holders-at.js'
import { clockOf, dateOf, stockholmDayOf } from '../../../text/moment.js'
import type { Ctx } from '../../../web/context.js'
import { showTool } from '../../officers.pages.js'
import { wayBack } from '../list/search.js'
import { entryAsSentence, historyOf, readBefore, type OrganisationHistory } from './history.js'
import { selectAppointments, selectServices, type AppointmentRow } from './organisation.queries.js'
import { placeLine } from '../../../text/place.js'

const latest = 10

export async function showOrganisation(ctx: Ctx, db: Db, organisation: OrganisationDetails): Promise<void> {
  const { text, language } = ctx.state
  const { organisations: words } = text.officers
  const { id, name, code, kind, closedAt } = organisation
  const [services, holders, appointments, contacts, history] = [
    await selectServices(db, id),
    await holdersAt(db, [id]),
    await selectAppointments(db, id),
    await contactsOf(db, id),
    await historyOf(db, { organisationId: id, limit: latest }),
  ]
  const successor =
    organisation.mergedInto === null ? undefined : await findOrganisationById(db, organisation.mergedInto)
  const closedOn = closedAt === null ? undefined : dateOf(language, stockholmDayOf(closedAt))
  showTool(
    ctx,
    { title: name, area: 'organisations', returnTo: `/handlaggning/organisationer/${id}` },
    <OrganisationPage
      text={text}
      id={id}
      name={name}
      code={`${words.code[kind]} ${code}`}
      back={wayBack(ctx.querystring)}
      done={doneIn(ctx)}
      closedOn={closedOn}
      successor={successor && { id: successor.id, name: successor.name }}
      facts={factsOf(ctx, organisation)}
      services={services.map((service) => ({
        code: service.code,
        name: service[language],
        isLocal: service.isLocal,
        people: words.people(holders.find(({ code }) => code === service.code)?.holders ?? 0),
      }))}
      appointments={appointments.map((one) => appointmentShown(ctx, one))}
      contacts={contacts.map((contact) => contactLine(text, contact))}
      history={historyShown(ctx, organisation, { history: { ...history, older: undefined }, isFirstPage: true })}
      hasMore={history.older !== undefined}
    />,
  )
}

export async function showHistory(ctx: Ctx, db: Db, organisation: OrganisationDetails): Promise<void> {
  const { text } = ctx.state
  const before = readBefore(ctx.query['fore'])
  const history = await historyOf(db, { organisationId: organisation.id, before })
  showTool(
    ctx,
    { title: text.officers.organisations.historyOf(organisation.name), area: 'organisations' },
    <OrganisationHistoryPage
      text={text}
      id={organisation.id}
      name={organisation.name}
      history={historyShown(ctx, organisation, { history, isFirstPage: before === undefined })}
    />,
  )
}

export interface EndingShown {
  readonly organisation: OrganisationDetails
  readonly appointment: AppointmentRow
  /** It leaves nobody. */
  readonly isLast: boolean
}

export function showEnding(ctx: Ctx, { organisation, appointment, isLast }: EndingShown): void {
  const { text, formToken } = ctx.state
  const { organisations: words } = text.officers
  const { name, days } = appointmentShown(ctx, appointment)
  showTool(
    ctx,
    { title: words.endAppointmentTitle, area: 'organisations' },
    <EndAppointment
      text={text}
      formToken={formToken}
      at={`/handlaggning/organisationer/${organisation.id}`}
      appointmentId={appointment.id}
      organisation={organisation.name}
      name={name}
      days={days}
      isLast={isLast}
    />,
  )
}

const doneIn = (ctx: Ctx): string | undefined => {
  const { done } = ctx.state.text.officers.organisations
  const said = String(ctx.query['klart'])
  const known = (Object.keys(done) as (keyof typeof done)[]).find((one) => one === said)
  return known && done[known]
}

const factsOf = (ctx: Ctx, organisation: OrganisationDetails): readonly (readonly [string, string])[] => {
  const { text, language } = ctx.state
  const { organisations: words } = text.officers
  const { kind, code, reportingMethod, street, postalCode, locality } = organisation
  const address = [street, placeLine({ postalCode, locality })].filter(Boolean).join(', ')
  return [
    [words.kind, words.kinds[kind]],
    [words.code[kind], code],
    [words.schoolForm, organisation.schoolForms.map((form) => schoolForms[form][language]).join(', ') || words.none],
    [words.reportingMethod, reportingMethod === null ? words.doesNotReport : words.reportingMethods[reportingMethod]],
    [words.address, address || words.none],
  ]
}

const appointmentShown = (ctx: Ctx, { id, name, validFrom, validTo, hasBegun }: AppointmentRow) => {
  const { text, language } = ctx.state
  const from = dateOf(language, validFrom)
  const { permissions } = text
  const [open, closed] = hasBegun
    ? [permissions.since, permissions.sinceUntil]
    : [permissions.from, permissions.fromUntil]
  return {
    id,
    name: name ?? text.officers.organisations.protected,
    days: validTo === null ? open(from) : closed(from, dateOf(language, validTo)),
  }
}

const historyShown = (
  ctx: Ctx,
  { id, name }: OrganisationDetails,
  { history, isFirstPage }: { readonly history: OrganisationHistory; readonly isFirstPage: boolean },
) => {
  const { text, language } = ctx.state
  const at = `/handlaggning/organisationer/${id}/historik` as const
  return (
    <HistoryList
      text={text}
      events={history.entries.map((entry) => ({
        seq: entry.seq,
        when: `${dateOf(language, stockholmDayOf(entry.at))} ${clockOf(text, entry.at)}`,
        dateTime: entry.at.toISOString(),
        sentence: entryAsSentence({ text, language }, entry, name),
        where: undefined,
      }))}
      older={history.older === undefined ? undefined : `${at}?fore=${history.older}`}
      newest={isFirstPage ? undefined : at}
    />
  )
}
