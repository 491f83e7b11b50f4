import { AskServices } from '../../../../views/administration/add/ask-services.js'
import type { Held } from '../../../permissions/grants/grants-of.js'
import { termsOf } from '../../../permissions/grants/grants.messages.js'
import type { ServiceAt } from '../../../permissions/services-at.js'
import type { Ctx } from '../../../web/context.js'
import { numberShown, pathOf, personPath, showStep, stepProps, type Steps } from '../add-person.pages.js'
import type { TypedService } from './typed-services.js'

export function showServices(
  ctx: Ctx,
  steps: Steps & {
    readonly offered: readonly ServiceAt[]
    readonly typed: readonly TypedService[]
    readonly held: readonly Held[]
    readonly today: string
  },
): void {
  const { text, language } = ctx.state
  const { draft, organisation, offered, typed, held, today } = steps
  const byAgency = offered.filter(({ isTheirs }) => !isTheirs).map((service) => service[language])
  const row = new Intl.ListFormat(language, { type: 'conjunction' }).format(byAgency)
  showStep(
    ctx,
    { title: text.administration.add.servicesTitle, ...steps },
    <AskServices
      {...stepProps(ctx, steps, { at: 'tjanster', back: draft.known ? 'nummer' : 'uppgifter', place: 3 })}
      organisation={organisation.name}
      number={numberShown(ctx, draft)}
      toNumber={pathOf(draft.id, 'nummer')}
      known={draft.known && { toPerson: held.length > 0 ? personPath(draft.known.accountId) : undefined }}
      services={offered
        .filter(({ isTheirs }) => isTheirs)
        .map((service) => {
          const asked = typed.find((one) => one.service === service.code)
          const now = held.filter((one) => one.service.code === service.code).map(({ grant }) => grant)
          return {
            code: service.code,
            name: service[language],
            isChosen: asked?.isChosen ?? false,
            from: asked?.from ?? today,
            to: asked?.to ?? '',
            held: now.length === 0 ? undefined : now.map((grant) => termsOf(text, language, grant)).join('. '),
          }
        })}
      byAgency={byAgency.length === 0 ? undefined : text.administration.add.byAgencyWords(row)}
    />,
  )
}
