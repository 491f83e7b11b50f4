import type { VNode } from 'preact'
import { DaysFields, EndFields, PauseFields } from '../../../../views/parts/act-fields.js'
import { ActPage } from '../../../../views/administration/person/act-page.js'
import type { Ctx } from '../../../web/context.js'
import { showTool } from '../../administration.pages.js'
import { nameOf } from '../person.messages.js'
import { grantShown, type Visit } from '../person.pages.js'
import type { Chosen } from './chosen.js'
import type { Wrong } from './person-permissions.form.js'

export interface ActShown {
  readonly visit: Visit
  readonly chosen: Chosen
  readonly typed?: Readonly<Record<string, string>>
  readonly errors?: readonly Wrong[]
  readonly refusal?: string | undefined
}

export const paths = { days: 'dagar', pause: 'paus', resume: 'ateruppta', end: 'avsluta' } as const
export type ActKind = keyof typeof paths

/** The page of one act, before it is done and again when it was not. */
export function showAct(ctx: Ctx, kind: ActKind, shown: ActShown): void {
  const { text, formToken } = ctx.state
  const { visit, chosen, typed = {}, errors = [], refusal } = shown
  const { title, words } = wordsOf(ctx, kind, chosen)
  const fields = { text, typed, errors }
  const asking: Readonly<Record<ActKind, VNode | null>> = {
    days: <DaysFields {...fields} asksFrom={asksFrom(chosen)} />,
    pause: <PauseFields {...fields} />,
    resume: null,
    end: <EndFields {...fields} />,
  }
  const hasErrors = errors.length > 0 || refusal !== undefined
  showTool(
    ctx,
    {
      title,
      area: 'people',
      help: text.administration.help[kind],
      returnTo: visit.at,
      hasErrors,
      ...(hasErrors && { status: 422 }),
    },
    <ActPage
      text={text}
      formToken={formToken}
      title={title}
      name={nameOf(text, visit.person)}
      words={words}
      grants={chosen.held.map((held) => grantShown(ctx, held))}
      isStale={chosen.isStale}
      errors={errors}
      refusal={refusal}
      to={chosen.held.length === 0 ? undefined : `${visit.at}/${paths[kind]}`}
      kept={{ grants: chosen.held.map(({ grantId }) => grantId).join(',') }}
      label={kind === 'end' ? text.administration.person.end : text.administration.personActions.save}
      back={visit.at}
    >
      {asking[kind]}
    </ActPage>,
  )
}

/** The first day can be another as long as it has not come, and of one permission at a time. */
export function asksFrom({ held }: Chosen): boolean {
  return held.length === 1 && held[0]?.grant.state === 'planned'
}

export interface LeavingShown {
  readonly visit: Visit
  readonly organisation: { readonly id: string; readonly name: string }
  readonly held: Chosen['held']
}

/** *Har slutat*: all that will end, before it does. */
export function showLeaving(ctx: Ctx, { visit, organisation, held }: LeavingShown): void {
  const { text, formToken } = ctx.state
  const { personActions: words } = text.administration
  const isNothing = held.length === 0
  showTool(
    ctx,
    { title: words.hasLeftTitle, area: 'people', help: text.administration.help.hasLeft, returnTo: visit.at },
    <ActPage
      text={text}
      formToken={formToken}
      title={words.hasLeftTitle}
      name={nameOf(text, visit.person)}
      words={isNothing ? [words.nothingLeft] : [words.hasLeftWords, words.hasLeftAt(organisation.name)]}
      grants={held.map((one) => grantShown(ctx, one))}
      to={isNothing ? undefined : `${visit.at}/har-slutat`}
      kept={{ organisation: organisation.id }}
      label={words.hasLeftDo}
      back={visit.at}
    />,
  )
}

const wordsOf = (
  ctx: Ctx,
  kind: ActKind,
  { held }: Chosen,
): { readonly title: string; readonly words: readonly string[] } => {
  const { personActions: words } = ctx.state.text.administration
  switch (kind) {
    case 'days':
      return {
        title: words.daysTitle,
        words: held.length > 1 ? [words.daysWords, words.daysOfSeveral] : [words.daysWords],
      }
    case 'pause':
      return { title: words.pauseTitle, words: [words.pauseWords] }
    case 'resume':
      return { title: words.resumeTitle, words: [words.resumeWords] }
    case 'end':
      return { title: words.endTitle, words: [words.endWords] }
    default:
      return kind satisfies never
  }
}
