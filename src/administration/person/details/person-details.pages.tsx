import { DetailsFields } from '../../../../views/parts/act-fields.js'
import { ActPage } from '../../../../views/administration/person/act-page.js'
import { Notice } from '../../../../views/parts/notice.js'
import type { VersionedDetails } from '../../../accounts/details/change-details.js'
import { detailsFrom, differing } from '../../../accounts/details/details.js'
import type { DetailsForm } from '../../../accounts/details/details-form.js'
import type { Ctx } from '../../../web/context.js'
import { showTool } from '../../administration.pages.js'
import { nameOf } from '../person.messages.js'
import type { Visit } from '../person.pages.js'
import type { Wrong } from '../permissions/person-permissions.form.js'

export interface DetailsPage {
  readonly visit: Visit
  readonly typed: DetailsForm
  readonly errors?: readonly Wrong[]
  /** What it is by now, when somebody else came first. */
  readonly now?: VersionedDetails
}

export function showDetails(ctx: Ctx, { visit, typed, errors = [], now }: DetailsPage): void {
  const { text, formToken } = ctx.state
  const { personActions: words } = text.administration
  const hasErrors = errors.length > 0 || now !== undefined
  showTool(
    ctx,
    {
      title: words.detailsTitle,
      area: 'people',
      help: text.administration.help.details,
      returnTo: `${visit.at}/uppgifter`,
      hasErrors,
      ...(hasErrors && { status: 422 }),
    },
    <>
      {now && (
        <Notice kind="warning" title={words.detailsMeanwhile}>
          <p>{words.detailsNow}</p>
          <ul>
            {differing(now, detailsFrom(typed)).map((field) => (
              <li key={field}>{words.isNow(words[field], now[field] ?? words.empty)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <ActPage
        text={text}
        formToken={formToken}
        title={words.detailsTitle}
        name={nameOf(text, visit.person)}
        words={[words.detailsWords]}
        errors={errors}
        to={`${visit.at}/uppgifter`}
        // Whoever has seen what it is now may save over it.
        kept={{ version: now === undefined ? typed.version : String(now.version) }}
        label={words.save}
        back={visit.at}
      >
        <DetailsFields text={text} typed={typed} errors={errors} />
      </ActPage>
    </>,
  )
}
