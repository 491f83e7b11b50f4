import { Start, type TaskShown } from '../../../views/administration/start/start.js'
import type { Db } from '../../database/database.js'
import { dateOf, stockholmDayOf } from '../../text/moment.js'
import { holdersAt } from '../../permissions/holders-at.js'
import type { Ctx } from '../../web/context.js'
import type { Administrator } from '../administrator.js'
import { showTool } from '../administration.pages.js'
import {
  countOpenRequests,
  selectEnding,
  selectReturned,
  selectUnreachable,
  selectWithoutPassword,
} from './administration-start.queries.js'

/** As many as a box names; the rest it counts. */
const named = 5
const soonDays = 30

export async function showStart(ctx: Ctx, db: Db, { organisations }: Administrator): Promise<void> {
  const { text, language } = ctx.state
  const { start } = text.administration
  const ids = organisations.map(({ id }) => id)
  const [tasks, holders] = await Promise.all([tasksAt(ctx, db, ids), holdersAt(db, ids)])
  const names = new Intl.ListFormat(language, { type: 'conjunction' }).format(organisations.map(({ name }) => name))
  showTool(
    ctx,
    { title: start.title, area: 'start', help: start.help },
    <Start
      text={text}
      greeting={start.greeting(names)}
      tasks={tasks}
      chart={organisations.map(({ id, name }) => ({
        name,
        bars: holders
          .filter(({ organisationId }) => organisationId === id)
          .map((row) => ({ service: row[language], holders: row.holders })),
      }))}
    />,
  )
}

const tasksAt = async (ctx: Ctx, db: Db, organisationIds: readonly string[]): Promise<readonly TaskShown[]> => {
  const { text, language } = ctx.state
  const { start, person } = text.administration
  const [open, withoutPassword, ending, unreachable, returned] = await Promise.all([
    countOpenRequests(db, organisationIds),
    selectWithoutPassword(db, organisationIds, named),
    selectEnding(db, { organisationIds, days: soonDays, atMost: named }),
    selectUnreachable(db, organisationIds, named),
    selectReturned(db, organisationIds, named),
  ])
  const nameOf = (name: string | null) => name ?? person.protected
  const day = (at: Date) => dateOf(language, stockholmDayOf(at))
  const tasks: readonly (TaskShown & { readonly count: number })[] = [
    {
      count: open,
      title: start.requests(open),
      lines: [],
      rest: 0,
      all: { to: '/behorigheter/forfragningar', words: start.toRequests },
    },
    {
      ...summed(withoutPassword, start.withoutPassword),
      lines: withoutPassword.map((row) => line(row.accountId, start.waitingSince(nameOf(row.name), day(row.since)))),
      all: { to: '/behorigheter/personer?konto=utan-losenord', words: start.toWithoutPassword },
    },
    {
      ...summed(ending, start.ending),
      lines: ending.map((row) =>
        line(row.accountId, start.endsOn(nameOf(row.name), row[language], dateOf(language, row.lastDay))),
      ),
    },
    {
      ...summed(returned, start.returned),
      lines: returned.map((row) => line(row.accountId, start.cameBack(nameOf(row.name), day(row.since)))),
    },
    {
      ...summed(unreachable, start.unreachable),
      lines: unreachable.map((row) => line(row.accountId, start.refusedSince(nameOf(row.name), day(row.since)))),
    },
  ]
  return tasks.filter(({ count }) => count > 0)
}

const line = (accountId: string, words: string) => ({ to: `/behorigheter/personer/${accountId}` as const, words })

const summed = (rows: readonly { readonly count: number }[], title: (count: number) => string) => {
  const count = rows[0]?.count ?? 0
  return { count, title: title(count), rest: count - rows.length }
}
