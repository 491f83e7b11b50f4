import { shownEmailAddress } from '../../delivery/address.js'
import { AskNumber } from '../../../views/administration/add/ask-number.js'
import { AskPerson } from '../../../views/administration/add/ask-person.js'
import { ChooseOrganisation } from '../../../views/administration/add/choose-organisation.js'
import type { NumberShown, StepProps } from '../../../views/administration/add/step.js'
import type { Path } from '../../../views/parts/link.js'
import {
  birthday,
  isCoordinationNumber,
  writtenPersonalIdentityNumber,
} from '../../accounts/personal-identity-number.js'
import type { Administered } from '../../organisations/administered-by.js'
import { dateOf } from '../../text/moment.js'
import type { Ctx, Routes } from '../../web/context.js'
import { goTo } from '../../web/page.js'
import { NotHere } from '../../web/refusals.js'
import { organisationOf } from '../administrator.js'
import { administrator, showTool } from '../administration.pages.js'
import type { AdministrationDeps } from '../deps.js'
import { nextStep, type Draft, type Step } from './draft.js'
import { selectDraft } from './add-person.queries.js'
import type { Message } from './add-person.messages.js'
import type { TypedPerson } from './typed-person.js'
import { uuid } from '../../database/uuid.js'

/** What every page of the steps needs to know. */
export interface Steps {
  /** The administrator. */
  readonly by: string
  readonly organisations: readonly Administered[]
  readonly organisation: Administered
  readonly draft: Draft
  readonly errors?: readonly Message[]
}

const first: Path = '/behorigheter/lagg-till'
export const pathOf = (id: string, step: StepName): Path => `${first}/${id}/${step}`
export type StepName = 'organisation' | 'nummer' | 'uppgifter' | 'tjanster' | 'granska' | 'klart' | 'spara' | 'avbryt'

const pages = {
  number: 'nummer',
  person: 'uppgifter',
  services: 'tjanster',
  summary: 'granska',
} as const satisfies Record<Step, StepName>

export const pathOfStep = (id: string, step: Step): Path => pathOf(id, pages[step])

/** On to the first page that has no answer yet: after a change, straight back to looking through. */
export async function goOn(
  ctx: Ctx,
  { db }: AdministrationDeps,
  whose: { readonly id: string; readonly typedBy: string },
): Promise<void> {
  const draft = await selectDraft(db, whose)
  if (draft === undefined) throw new NotHere('the draft is gone')
  goTo(ctx, pathOfStep(draft.id, nextStep(draft)))
}

type Handler = Parameters<Routes['get']>[1]

/**
 * A route to one step of a draft. Another's draft, one that is forgotten and one of an organisation that is theirs no
 * more are not there; one that has been saved leads to what came of it.
 */
export const atStep =
  ({ db }: AdministrationDeps, answer: (ctx: Ctx, steps: Steps) => Promise<void>): Handler =>
  async (ctx) => {
    const steps = await openSteps(ctx, db)
    if (steps.draft.added !== undefined) return goTo(ctx, pathOf(steps.draft.id, 'klart'))
    await answer(ctx, steps)
  }

/** @throws NotHere when it is not there for them */
export async function openSteps(
  ctx: Ctx & { readonly params: Readonly<Record<string, string>> },
  db: AdministrationDeps['db'],
): Promise<Steps> {
  const who = await administrator(ctx, db)
  const id = ctx.params['id'] ?? ''
  const draft = uuid.test(id) ? await selectDraft(db, { id, typedBy: who.accountId }) : undefined
  const organisation = draft && organisationOf(who, draft.organisationId)
  if (draft === undefined || organisation === undefined) throw new NotHere('a draft of theirs')
  return { by: who.accountId, organisations: who.organisations, organisation, draft }
}

/** The first page of an administrator of several organisations; also when one of them is chosen anew. */
export function showOrganisations(
  ctx: Ctx,
  input: {
    readonly organisations: readonly Administered[]
    readonly draft?: Draft
    readonly errors?: readonly Message[]
  },
): void {
  const { text, formToken } = ctx.state
  const { organisations, draft, errors = [] } = input
  const words = text.administration.add
  showStep(
    ctx,
    { title: words.organisationTitle, errors },
    <ChooseOrganisation
      text={text}
      formToken={formToken}
      to={draft === undefined ? first : pathOf(draft.id, 'organisation')}
      back={undefined}
      discard={draft && pathOf(draft.id, 'avbryt')}
      step={1}
      steps={5}
      errors={errors}
      organisations={organisations.map(({ id, kind, code, name }) => ({
        value: id,
        label: name,
        words: text.ownAccount[kind](code),
      }))}
      chosen={draft?.organisationId ?? ''}
    />,
  )
}

export interface NumberAsked {
  readonly organisations: readonly Administered[]
  readonly organisation: Administered
  readonly draft?: Draft
  readonly typed?: string
  readonly errors?: readonly Message[]
}

export function showNumber(ctx: Ctx, { organisations, organisation, draft, typed, errors = [] }: NumberAsked): void {
  const { text, formToken } = ctx.state
  const several = organisations.length > 1
  const back = draft !== undefined && several ? pathOf(draft.id, 'organisation') : undefined
  const known = draft?.number === undefined ? '' : writtenPersonalIdentityNumber(draft.number)
  showStep(
    ctx,
    { title: text.administration.add.numberTitle, errors },
    <AskNumber
      text={text}
      formToken={formToken}
      to={draft === undefined ? first : pathOf(draft.id, 'nummer')}
      back={back}
      discard={draft && pathOf(draft.id, 'avbryt')}
      step={several ? 2 : 1}
      steps={several ? 5 : 4}
      errors={errors}
      organisation={organisation.name}
      typed={typed ?? known}
    />,
  )
}

export function showPerson(
  ctx: Ctx,
  steps: Steps & { readonly typed: TypedPerson | undefined; readonly mayConfirm?: boolean },
): void {
  const { draft, typed, mayConfirm = false } = steps
  showStep(
    ctx,
    { title: ctx.state.text.administration.add.personTitle, ...steps },
    <AskPerson
      {...stepProps(ctx, steps, { at: 'uppgifter', back: 'nummer', place: 2 })}
      number={numberShown(ctx, draft)}
      toNumber={pathOf(draft.id, 'nummer')}
      typed={typed === undefined ? nothingTyped : asShown(typed)}
      mayConfirm={mayConfirm}
    />,
  )
}

const asShown = (typed: TypedPerson): TypedPerson => ({
  ...typed,
  email: shownEmailAddress(typed.email),
  emailAgain: shownEmailAddress(typed.emailAgain),
})

const nothingTyped: TypedPerson = {
  givenName: '',
  familyName: '',
  hasOneName: '',
  email: '',
  emailAgain: '',
  street: '',
  postalCode: '',
  locality: '',
  country: '',
}

export const personPath = (accountId: string): Path => `/behorigheter/personer/${accountId}`

export const stepProps = (
  ctx: Ctx,
  { draft, organisations, errors = [] }: Steps,
  { at, back, place }: { readonly at: StepName; readonly back: StepName; readonly place: number },
): StepProps => {
  const { text, formToken } = ctx.state
  const extra = organisations.length > 1 ? 1 : 0
  return {
    text,
    formToken,
    to: pathOf(draft.id, at),
    back: pathOf(draft.id, back),
    discard: pathOf(draft.id, 'avbryt'),
    step: place + extra,
    steps: 4 + extra,
    errors,
  }
}

export const numberShown = ({ state: { text, language } }: Ctx, { number = '' }: Draft): NumberShown => {
  const words = text.administration.add
  const day = birthday(number)
  return {
    written: writtenPersonalIdentityNumber(number),
    kind: isCoordinationNumber(number) ? words.coordinationNumber : words.personalNumber,
    born: day === undefined ? words.bornUnknown : words.born(dateOf(language, day)),
  }
}

export const showStep = (
  ctx: Ctx,
  { title, errors = [] }: { readonly title: string; readonly errors?: readonly Message[] },
  content: Parameters<typeof showTool>[2],
): void =>
  showTool(
    ctx,
    {
      title,
      area: 'add',
      help: ctx.state.text.administration.add.help,
      ...(errors.length > 0 && { status: 422, hasErrors: true }),
    },
    content,
  )
