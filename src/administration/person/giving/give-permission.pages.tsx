import { GiveFields } from '../../../../views/parts/act-fields.js'
import { ActPage } from '../../../../views/administration/person/act-page.js'
import type { Option } from '../../../../views/parts/choice.js'
import type { Ctx } from '../../../web/context.js'
import { showTool } from '../../administration.pages.js'
import { nameOf } from '../person.messages.js'
import type { Visit } from '../person.pages.js'
import type { Wrong } from '../permissions/person-permissions.form.js'

export interface GiveShown {
  readonly visit: Visit
  readonly options: readonly Option[]
  readonly typed: Readonly<Record<string, string>>
  readonly errors?: readonly Wrong[]
  readonly refusal?: string | undefined
}

export function showGive(ctx: Ctx, { visit, options, typed, errors = [], refusal }: GiveShown): void {
  const { text, formToken } = ctx.state
  const { personActions: words } = text.administration
  const isNothing = options.length === 0
  const hasErrors = errors.length > 0 || refusal !== undefined
  showTool(
    ctx,
    {
      title: words.giveTitle,
      area: 'people',
      help: text.administration.help.give,
      returnTo: `${visit.at}/ge`,
      hasErrors,
      ...(hasErrors && { status: 422 }),
    },
    <ActPage
      text={text}
      formToken={formToken}
      title={words.giveTitle}
      name={nameOf(text, visit.person)}
      words={[isNothing ? words.nothingToGive : words.giveWords]}
      errors={errors}
      refusal={refusal}
      to={isNothing ? undefined : `${visit.at}/ge`}
      label={words.save}
      back={visit.at}
    >
      <GiveFields text={text} typed={typed} errors={errors} options={options} />
    </ActPage>,
  )
}
