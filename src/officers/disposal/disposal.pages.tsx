import { ConfirmDisposal } from '../../../views/officers/disposal/confirm.js'
import { DisposalReport } from '../../../views/officers/disposal/report.js'
import type { Db } from '../../database/database.js'
import { dateOf } from '../../text/moment.js'
import type { Language, Text } from '../../text/text.js'
import type { Ctx } from '../../web/context.js'
import type { AppContext } from '../../context/app-context.js'
import { showTool } from '../officers.pages.js'
import type { Due } from './order-disposal.js'
import { readClass, readReport, type Reader } from './read-report.js'
import { selectDisposals } from './disposal.queries.js'
import { classNamed, type ClassName } from './record-classes.js'

export const disposalPath = '/handlaggning/gallring'

const remembered = 20

interface Shown {
  readonly context: AppContext
  readonly reader: Reader
}

/** What would go of each class, what is going, and what has gone. */
export async function showReport(ctx: Ctx, db: Db, { context, reader }: Shown): Promise<void> {
  const { text, language } = ctx.state
  const { disposal: words } = text.officers
  const { retention, kiosk } = context.policy
  const [report, disposals] = await Promise.all([readReport(db, context, reader), selectDisposals(db, remembered)])
  const figures = figuresIn(language)
  const going = new Map(disposals.filter(({ finishedAt }) => finishedAt === null).map((one) => [one.class, one]))
  const nameOf = (written: string) => classWords(text, written)
  showTool(
    ctx,
    { title: words.title, area: 'log', returnTo: disposalPath },
    <DisposalReport
      text={text}
      outcome={outcomeIn(text, ctx.query['klart'])}
      classes={report.map((due) => {
        const underWay = going.get(due.name)
        return {
          name: words.classes[due.name],
          kept: `${words.kept(String(due.years))} ${words.reasons[due.name]}`,
          due:
            underWay === undefined
              ? dueWords({ text, language }, due)
              : words.underWay(figures(underWay.removed), figures(underWay.expected)),
          to: due.count > 0 && underWay === undefined ? (`${disposalPath}/${due.name}` as const) : undefined,
        }
      })}
      byThemselves={[
        words.days.formerEmail(String(retention.formerEmailDays)),
        words.days.session(String(retention.endedSessionDays)),
        words.days.draft(String(retention.draftDays)),
        words.days.visit(String(kiosk.stepMinutes)),
      ]}
      done={disposals
        .filter(({ finishedAt }) => finishedAt !== null)
        .map((one) => ({
          id: one.id,
          words: words.doneLine(nameOf(one.class), dateOf(language, one.before), figures(one.removed)),
        }))}
    />,
  )
}

/** What would go of one class, before it goes. */
export async function showConfirm(
  ctx: Ctx,
  db: Db,
  { context, reader, name }: Shown & { readonly name: ClassName },
): Promise<void> {
  const { text, language, formToken } = ctx.state
  const { disposal: words } = text.officers
  const due = await readClass(db, context, { ...reader, name })
  const title = words.confirmTitle(words.classes[name])
  showTool(
    ctx,
    { title, area: 'log' },
    <ConfirmDisposal
      text={text}
      formToken={formToken}
      title={title}
      to={`${disposalPath}/${name}`}
      what={
        due.count === 0 ? undefined : words.confirmWhat(figuresIn(language)(due.count), dateOf(language, due.before))
      }
      reason={words.reasons[name]}
      span={dueWords({ text, language }, due)}
      before={due.before}
    />,
  )
}

interface Spoken {
  readonly text: Text
  readonly language: Language
}

const dueWords = ({ text, language }: Spoken, { name, count, oldest, newest, along = 0 }: Due): string => {
  const { disposal: words } = text.officers
  if (oldest === null || newest === null) return words.nothing
  const figures = figuresIn(language)
  const due = words.due(figures(count), dateOf(language, oldest), dateOf(language, newest))
  return name === 'assurances' || name === 'accounts' ? `${due} ${words.along[name](figures(along))}` : due
}

const figuresIn = (language: Language) => {
  const format = new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB')
  return (count: number) => format.format(count)
}

const classWords = (text: Text, written: string): string => {
  const name = classNamed(written)
  return name === undefined ? written : text.officers.disposal.classes[name]
}

const outcomeIn = (text: Text, word: unknown): string | undefined => {
  const { outcome } = text.officers.disposal
  return (['ordered', 'nothing', 'under-way', 'not-yet'] as const).flatMap((one) =>
    one === word ? [outcome[one]] : [],
  )[0]
}
