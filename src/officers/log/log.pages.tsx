import { Readable } from 'node:stream'
import { ChainPage } from '../../../views/officers/log/chain.js'
import { EventPage } from '../../../views/officers/log/event.js'
import { Log } from '../../../views/officers/log/log.js'
import { WhoIsMeant } from '../../../views/officers/log/who-is-meant.js'
import { chainKnown } from '../../audit/chain/walk.js'
import { chainHead } from '../../audit/chain/verify.js'
import { nameOfKind } from '../../audit/told.js'
import type { Db } from '../../database/database.js'
import { asCsv } from '../../text/cells.js'
import type { Ctx } from '../../web/context.js'
import { showTool } from '../officers.pages.js'
import { asCells, asJsonLine, headingsOf } from './log-sheet.js'
import { eventAsSentence, inFigures, kindAsWords, momentAsWords, nameOf } from './log.messages.js'
import { selectChosen, type AccountRow } from './log.queries.js'
import { eventsInFile, type LoggedEvent, type LogPage, type OneEvent } from './read-log.js'
import { fieldsOfLog, kinds, logAddress, logPath, type LogSearch, type TypedSearch } from './search.js'
import { whatIsWrong, type ReadSearch } from './typed-search.js'

const nothing: TypedSearch = {
  om: '',
  av: '',
  organisation: '',
  handelse: '',
  fran: '',
  frankl: '',
  till: '',
  tillkl: '',
}

export interface LogShown {
  readonly search: LogSearch
  readonly before: string | undefined
  readonly page: LogPage
}

/** What the search finds, a page of it. */
export async function showLog(ctx: Ctx, db: Db, { search, before, page }: LogShown): Promise<void> {
  const { text, language, formToken } = ctx.state
  const kept = fieldsOfLog(search)
  const { about, actor, organisation } = await selectChosen(db, search)
  const typed = { ...nothing, ...kept, om: about ?? '', av: actor ?? '', organisation: organisation ?? '' }
  showTool(
    ctx,
    { title: text.officers.log.title, area: 'log', returnTo: logAddress(search, before) },
    <Log
      text={text}
      formToken={formToken}
      search={{ typed, kinds: kindsIn(ctx), errors: [], isNarrowed: Object.keys(kept).length > 0 }}
      events={page.events.map((event) => asLine(ctx, event))}
      older={page.older === undefined ? undefined : logAddress(search, page.older)}
      newest={before === undefined ? undefined : logAddress(search)}
      kept={kept}
      limit={inFigures(language, eventsInFile)}
    />,
  )
}

export interface TypedShown {
  readonly typed: TypedSearch
  readonly read: Extract<ReadSearch, { kind: 'which' | 'mistaken' }>
}

/** What was typed is no search yet: it is mended, or one of several is chosen. */
export function showTyped(ctx: Ctx, { typed, read }: TypedShown): void {
  const { text, formToken } = ctx.state
  const { log: words } = text.officers
  const isMistaken = read.kind === 'mistaken'
  const errors = isMistaken
    ? read.mistakes.map((mistake) => ({ field: mistake.field, message: whatIsWrong(text, mistake) }))
    : []
  showTool(
    ctx,
    { title: words.title, area: 'log', returnTo: logPath, ...(isMistaken && { status: 422, hasErrors: true }) },
    <WhoIsMeant
      text={text}
      formToken={formToken}
      search={{ typed, kinds: kindsIn(ctx), errors, isNarrowed: true }}
      question={read.kind === 'which' && read.field === 'organisation' ? words.whichIsMeant : words.whoIsMeant}
      choices={isMistaken ? [] : read.choices}
    />,
  )
}

/** One event, with all that was written of it. */
export function showEvent(ctx: Ctx, { event, earlier, later }: OneEvent): void {
  const { text, language } = ctx.state
  const { log: words } = text.officers
  const { actor, about, organisation, source, requestId, details } = event
  const facts = [
    [words.at, momentAsWords(ctx.state, event.at)],
    [words.atUtc, event.at.toISOString()],
    [words.kind, kindAsWords(text, event)],
    [words.code, event.writtenKind],
    [words.result, words.results[event.result]],
    [words.actor, actor === null ? words.nobodyDid : nameOf(text, actor), actor?.id, accountPage(actor)],
    [words.about, about === null ? words.aboutNobody : nameOf(text, about), about?.id, accountPage(about)],
    [
      words.organisation,
      organisation === null ? words.noOrganisationHere : (organisation.name ?? words.goneOrganisation),
      organisation?.id,
      organisation?.name ? (`/handlaggning/organisationer/${organisation.id}` as const) : undefined,
    ],
    [words.source, source ?? '–'],
    [words.requestId, requestId ?? '–'],
  ] as const
  const title = words.eventTitle(inFigures(language, BigInt(event.seq)))
  showTool(
    ctx,
    { title, area: 'log' },
    <EventPage
      text={text}
      title={title}
      sentence={eventAsSentence(ctx.state, event)}
      facts={facts.map(([term, shown, id, to]) => ({ term, words: shown, id, to }))}
      details={Object.entries(details).map(([name, value]) => ({ name, value: String(value) }))}
      hashes={{ previous: event.previousHash, own: event.hash }}
      earlier={earlier === undefined ? undefined : `${logPath}/${earlier}`}
      later={later === undefined ? undefined : `${logPath}/${later}`}
      allAbout={about === null ? undefined : logAddress({ about: about.id })}
    />,
  )
}

/** Where there is an account still. */
const accountPage = (account: AccountRow | null) =>
  account !== null && (account.isProtected || account.username !== null)
    ? (`/handlaggning/konton/${account.id}` as const)
    : undefined

/** How far the chain has been walked, by whom nobody needs to know; what was found, and what has come since. */
export async function showChain(ctx: Ctx, db: Db): Promise<void> {
  const { text, language, formToken } = ctx.state
  const { log: words } = text.officers
  const [{ underWay, finished }, head] = await Promise.all([chainKnown(db), chainHead(db)])
  const figures = (seq: string) => inFigures(language, BigInt(seq))
  const when = finished?.finishedAt ? momentAsWords(ctx.state, finished.finishedAt) : ''
  const found = finished && {
    isWhole: finished.brokenAt === null,
    words:
      finished.brokenAt === null
        ? words.whole(figures(finished.upTo), when)
        : words.broken(figures(finished.brokenAt), when),
    why: finished.brokenWhy === null ? undefined : words.brokenWhy[finished.brokenWhy],
    since: words.sinceThen(inFigures(language, BigInt(head) - BigInt(finished.upTo))),
  }
  showTool(
    ctx,
    { title: words.chain, area: 'log' },
    <ChainPage
      text={text}
      formToken={formToken}
      found={found}
      underWay={underWay && words.underWay(figures(underWay.walkedTo), figures(underWay.upTo))}
    />,
  )
}

export interface LogToSend {
  readonly format: 'csv' | 'jsonl'
  readonly events: AsyncIterable<readonly LoggedEvent[]>
}

const types = { csv: 'text/csv; charset=utf-8; header=present', jsonl: 'application/jsonl; charset=utf-8' } as const

/** As a file that the browser keeps, written while it is read: it is never whole in memory. */
export function sendLog(ctx: Ctx, { format, events }: LogToSend): void {
  ctx.attachment(`${ctx.state.text.officers.log.file}.${format}`)
  ctx.type = types[format]
  ctx.body = Readable.from(format === 'csv' ? csvOf(ctx, events) : jsonLinesOf(events))
}

async function* csvOf({ state }: Ctx, events: LogToSend['events']): AsyncGenerator<string> {
  yield asCsv([headingsOf(state)])
  for await (const some of events) yield asCsv(some.map((event) => asCells(state, event))).replace('\u{FEFF}', '')
}

async function* jsonLinesOf(events: LogToSend['events']): AsyncGenerator<string> {
  for await (const some of events) yield some.map(asJsonLine).join('')
}

const kindsIn = ({ state: { text, language } }: Ctx) => [
  { value: '', label: text.officers.log.anyKind },
  ...kinds
    .map((kind) => ({ value: kind as string, label: nameOfKind(text, kind) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, language)),
]

const asLine = (ctx: Ctx, event: LoggedEvent) => {
  const { organisation } = event
  return {
    seq: event.seq,
    to: `${logPath}/${event.seq}` as const,
    number: inFigures(ctx.state.language, BigInt(event.seq)),
    when: momentAsWords(ctx.state, event.at),
    dateTime: event.at.toISOString(),
    sentence: eventAsSentence(ctx.state, event),
    where: organisation?.name ?? undefined,
    isRefused: event.result === 'refused',
  }
}
