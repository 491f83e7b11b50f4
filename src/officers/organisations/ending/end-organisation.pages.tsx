import { EndOrganisation } from '../../../../views/officers/organisations/end-organisation.js'
import { ChooseSuccessor } from '../../../../views/officers/organisations/choose-successor.js'
import type { Db } from '../../../database/database.js'
import type { OrganisationDetails } from '../../../organisations/details.js'
import { isUnused, type FoundOrganisation } from '../../../organisations/find.js'
import type { Ctx } from '../../../web/context.js'
import { showTool } from '../../officers.pages.js'
import { countAtStake } from './end-organisation.queries.js'

export interface EndingShown {
  readonly organisation: OrganisationDetails
  /** The one that takes over. */
  readonly into?: FoundOrganisation
  readonly refused?: 'changed-meanwhile' | 'cannot-take-over' | 'concerns-themselves'
}

/** All that ends or goes over, before it does. */
export async function showEndingOf(ctx: Ctx, db: Db, { organisation, into, refused }: EndingShown): Promise<void> {
  const { text, formToken } = ctx.state
  const { endings: words } = text.officers
  const at = `/handlaggning/organisationer/${organisation.id}` as const
  const { people, grants, administrators, assurances, requests } = await countAtStake(db, organisation.id)
  const goesOn = into !== undefined && (await isUnused(db, into.id))
  const title =
    into === undefined ? words.closeTitle(organisation.name) : words.mergeTitle(organisation.name, into.name)
  showTool(
    ctx,
    {
      title,
      area: 'organisations',
      returnTo: at,
      ...(refused !== undefined && { hasErrors: true, status: refused === 'changed-meanwhile' ? 409 : 422 }),
    },
    <EndOrganisation
      text={text}
      formToken={formToken}
      title={title}
      refused={refused && words.refused[refused]}
      what={into === undefined ? words.closeWhat : words.mergeWhat(organisation.name, into.name)}
      facts={[
        words.people(people, grants),
        words.administrators(administrators),
        ...(into === undefined ? [] : [goesOn ? words.appointmentsGoOn : words.appointmentsEnd(into.name)]),
        ...(into === undefined ? [] : [words.formsStay(into.name)]),
        ...(assurances > 0 ? [words.assurances(assurances)] : []),
        ...(requests > 0 ? [words.requests(requests)] : []),
        words.told,
      ]}
      to={into === undefined ? `${at}/stang` : `${at}/sla-samman`}
      kept={{ version: String(organisation.version), ...(into !== undefined && { into: into.id }) }}
      label={into === undefined ? words.closeDo : words.mergeDo}
      back={at}
    />,
  )
}

export function showSuccessors(
  ctx: Ctx,
  { organisation, typed, isWrong }: { organisation: OrganisationDetails; typed: string; isWrong: boolean },
): void {
  const { text } = ctx.state
  const { endings: words } = text.officers
  showTool(
    ctx,
    {
      title: words.chooseTitle(organisation.name),
      area: 'organisations',
      ...(isWrong && { hasErrors: true, status: 422 }),
    },
    <ChooseSuccessor
      text={text}
      name={organisation.name}
      at={`/handlaggning/organisationer/${organisation.id}`}
      typed={typed}
      errors={isWrong ? [{ field: 'kod', message: words.wrongCode[organisation.kind] }] : []}
    />,
  )
}
