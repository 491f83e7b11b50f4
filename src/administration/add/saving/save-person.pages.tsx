import { shownEmailAddress } from '../../../delivery/address.js'
import { Added } from '../../../../views/administration/add/added.js'
import { LookThrough } from '../../../../views/administration/add/look-through.js'
import { stateOf } from '../../../permissions/grants/grant.js'
import type { Held } from '../../../permissions/grants/grants-of.js'
import { termsOf } from '../../../permissions/grants/grants.messages.js'
import type { ServiceAt } from '../../../permissions/services-at.js'
import type { Ctx } from '../../../web/context.js'
import { numberShown, pathOf, personPath, showStep, stepProps, type Steps } from '../add-person.pages.js'
import type { Draft } from '../draft.js'
import { whatNext } from '../add-person.messages.js'
import { addressLines } from '../../../text/place.js'
import { fullName } from '../../../values/names.js'

export function showSummary(
  ctx: Ctx,
  steps: Steps & { readonly offered: readonly ServiceAt[]; readonly days: number; readonly today: string },
): void {
  const { text, language } = ctx.state
  const { draft, organisation, organisations, offered, days, today } = steps
  const { person } = draft
  showStep(
    ctx,
    { title: text.administration.add.summaryTitle },
    <LookThrough
      {...stepProps(ctx, steps, { at: 'spara', back: 'tjanster', place: 4 })}
      organisation={{
        name: organisation.name,
        change: organisations.length > 1 ? pathOf(draft.id, 'organisation') : undefined,
      }}
      number={numberShown(ctx, draft)}
      toNumber={pathOf(draft.id, 'nummer')}
      person={
        draft.known || person === undefined
          ? undefined
          : {
              name: fullName(person),
              email: shownEmailAddress(person.email),
              address: addressLines(person),
              change: pathOf(draft.id, 'uppgifter'),
            }
      }
      permissions={offered.flatMap(({ code, [language]: service }) =>
        draft.services
          .filter((wished) => wished.service === code)
          .map((wished) => ({ service, terms: termsOf(text, language, stateOf(wished, today)) })),
      )}
      toServices={pathOf(draft.id, 'tjanster')}
      next={whatNext(text, { isNew: draft.known === undefined, days })}
    />,
  )
}

export function showAdded(
  ctx: Ctx,
  input: {
    readonly added: NonNullable<Draft['added']>
    /** Undefined for a protected identity. */
    readonly name: string | undefined
    readonly permissions: readonly Held[]
    readonly days: number
  },
): void {
  const { text, language } = ctx.state
  const { added, name, permissions, days } = input
  const words = text.administration.add
  const whatIfNew = name === undefined ? words.doneNewUnnamed : words.doneNew(name)
  const title = added.isNew ? words.doneTitle : words.doneKnownTitle
  showStep(
    ctx,
    { title },
    <Added
      text={text}
      title={title}
      what={added.isNew ? whatIfNew : words.doneKnown}
      permissions={permissions.map(({ service, grant }) => ({
        service: service[language],
        terms: termsOf(text, language, grant),
      }))}
      next={whatNext(text, { isNew: added.isNew, days })}
      toPerson={personPath(added.accountId)}
    />,
  )
}
