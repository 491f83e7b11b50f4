import { Appointments } from '../../../views/officers/start/appointments.js'
import { Start } from '../../../views/officers/start/start.js'
import type { Db } from '../../database/database.js'
import { mailQueueState } from '../../delivery/undelivered.js'
import { dateOf } from '../../text/moment.js'
import type { Ctx } from '../../web/context.js'
import { showTool } from '../officers.pages.js'
import { chartOf } from './officers-start.messages.js'
import {
  countedKinds,
  countTasks,
  selectEndingSoon,
  selectEventDays,
  selectPermissionDays,
  selectWithoutAdministrator,
} from './officers-start.queries.js'

const soonDays = 30
const chartDays = 30
/** As many as a list names; the rest it counts. */
const named = 200

/** What waits for an officer, each with the way to it, and the state of the service in numbers. */
export async function showStart(ctx: Ctx, db: Db): Promise<void> {
  const { text, language } = ctx.state
  const { start: words } = text.officers
  const [tasks, post, events, permissions] = await Promise.all([
    countTasks(db, soonDays),
    mailQueueState(db),
    selectEventDays(db, chartDays),
    selectPermissionDays(db, chartDays),
  ])
  const services = [...new Set(permissions.map(({ service }) => service))]
  const charts = [
    ...countedKinds.map((kind) =>
      chartOf(
        ctx.state,
        words.charts[kind],
        events.filter((row) => row.kind === kind),
      ),
    ),
    ...services.map((service) => {
      const theirs = permissions.filter((row) => row.service === service)
      return chartOf(ctx.state, words.activePermissions(theirs[0]?.[language] ?? service), theirs)
    }),
  ]
  showTool(
    ctx,
    { title: words.title, area: 'start' },
    <Start text={text} tasks={{ ...tasks, undelivered: post.undelivered }} charts={charts} />,
  )
}

/** Whose appointment ends soon, and who has no administrator at all. */
export async function showAppointments(ctx: Ctx, db: Db): Promise<void> {
  const { text, language } = ctx.state
  const { start: words, log } = text.officers
  const [ending, without, tasks] = await Promise.all([
    selectEndingSoon(db, { days: soonDays, atMost: named }),
    selectWithoutAdministrator(db, named),
    countTasks(db, soonDays),
  ])
  showTool(
    ctx,
    { title: words.appointments, area: 'start' },
    <Appointments
      text={text}
      ending={ending.map(({ id, organisationId, name, organisation, code, lastDay }) => ({
        key: id,
        to: `/handlaggning/organisationer/${organisationId}`,
        words: words.endsOn(name ?? log.protectedPerson, `${organisation} (${code})`, dateOf(language, lastDay)),
      }))}
      without={without.map(({ id, name, code }) => ({
        key: id,
        to: `/handlaggning/organisationer/${id}`,
        words: `${name} (${code})`,
      }))}
      more={{ ending: tasks.endingSoon - ending.length, without: tasks.withoutAdministrator - without.length }}
    />,
  )
}
