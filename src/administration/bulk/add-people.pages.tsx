import { shownEmailAddress } from '../../delivery/address.js'
import { CarriedOut, UnderWay } from '../../../views/administration/bulk/carried-out.js'
import { BulkOrganisations } from '../../../views/administration/bulk/choose-organisation.js'
import { Preview } from '../../../views/administration/bulk/preview.js'
import type { RowShown } from '../../../views/administration/bulk/preview-rows.js'
import { UploadList } from '../../../views/administration/bulk/upload-list.js'
import type { Path } from '../../../views/parts/link.js'
import { writtenPersonalIdentityNumber } from '../../accounts/personal-identity-number.js'
import type { Administered } from '../../organisations/administered-by.js'
import type { ServiceAt } from '../../permissions/services-at.js'
import type { Ctx } from '../../web/context.js'
import { whichSheets } from '../../tables/tables.messages.js'
import { addressLines } from '../../text/place.js'
import { showTool } from '../administration.pages.js'
import type { Draft, leftOutOf, Preview as PreviewOfDraft, Results } from './draft.js'
import type { Validated } from './validate.js'
import { whatHolds, whatIsWrong, type Words } from './add-people.messages.js'
import type { TypedRow } from './typed-row.js'
import { fullName } from '../../values/names.js'

const first: Path = '/behorigheter/lagg-till-flera'
export const pathOfOrganisation = (id: string): Path => `${first}/till/${id}`
export const pathOfDraft = (id: string): Path => `${first}/${id}`

export const wordsFor = ({ state: { text, language } }: Ctx, services: readonly ServiceAt[]): Words => ({
  text,
  language,
  services,
})

const rowsAPage = 100
/** So many stand on the page; all of them stand in the list that can be fetched. */
const mistakesAtMost = 200

export function showOrganisations(ctx: Ctx, organisations: readonly Administered[]): void {
  const { text } = ctx.state
  showTool(
    ctx,
    page(ctx, text.administration.bulk.title),
    <BulkOrganisations
      text={text}
      organisations={organisations.map(({ id, name, kind, code }) => ({
        to: pathOfOrganisation(id),
        name,
        words: text.ownAccount[kind](code),
      }))}
    />,
  )
}

export function showUpload(
  ctx: Ctx,
  { organisation, words, errors = [] }: { organisation: Administered; words: Words; errors?: readonly string[] },
): void {
  const { text, formToken } = ctx.state
  showTool(
    ctx,
    {
      ...page(ctx, text.administration.bulk.title),
      ...(errors.length > 0 && { status: 422, hasErrors: true }),
      returnTo: pathOfOrganisation(organisation.id),
    },
    <UploadList
      text={text}
      formToken={formToken}
      to={pathOfOrganisation(organisation.id)}
      organisation={organisation.name}
      errors={errors}
      hasServices={words.services.some(({ isTheirs }) => isTheirs)}
    />,
  )
}

export interface PreviewShown {
  readonly draft: Draft
  readonly organisation: Administered
  readonly words: Words
  readonly preview: PreviewOfDraft
  /** It was confirmed, and is not what was shown. */
  readonly hasChanged?: boolean
}

export function showPreview(
  ctx: Ctx,
  { draft, organisation, words, preview: { typed, validated, mark }, hasChanged = false }: PreviewShown,
): void {
  const { text, formToken } = ctx.state
  const { bulk } = text.administration
  const wrong = validated.filter((row) => row.kind === 'wrong')
  const found = wrong.flatMap(({ row, mistakes }) => mistakes.map((mistake) => ({ row, mistake })))
  const at = pageFrom(ctx, validated.length)
  const shown = validated.slice(at * rowsAPage, (at + 1) * rowsAPage)
  showTool(
    ctx,
    {
      ...page(ctx, bulk.previewTitle),
      returnTo: pathOfDraft(draft.id),
      ...(wrong.length > 0 && { hasErrors: true }),
      ...((hasChanged || (wrong.length > 0 && ctx.method === 'POST')) && { status: 422, hasErrors: true }),
    },
    <Preview
      text={text}
      formToken={formToken}
      to={pathOfDraft(draft.id)}
      uploadAgain={pathOfOrganisation(organisation.id)}
      organisation={organisation.name}
      otherSheets={whichSheets(text, draft.sheets)}
      counts={countsOf(ctx, validated)}
      mistakes={found.slice(0, mistakesAtMost).map(({ row, mistake }) => whatIsWrong(words, row, mistake))}
      moreMistakes={Math.max(0, found.length - mistakesAtMost)}
      wrongRows={wrong.length}
      rows={shown.flatMap((row, place) => rowShown(words, row, typed[at * rowsAPage + place]))}
      pages={pagesOf(ctx, draft.id, validated, at)}
      hasChanged={hasChanged}
      toAdd={validated.filter(({ kind }) => kind === 'new' || kind === 'known').length}
      mark={mark}
    />,
  )
}

export function showUnderWay(ctx: Ctx, draft: Draft, { counts, all }: Results): void {
  const { text } = ctx.state
  showTool(
    ctx,
    { ...page(ctx, text.administration.bulk.underWayTitle), scripts: ['progress.js'] },
    <UnderWay text={text} to={pathOfDraft(draft.id)} done={all - counts.waiting} all={all} />,
  )
}

export function showCarriedOut(
  ctx: Ctx,
  {
    words,
    draft,
    results: { counts },
    leftOut,
  }: { words: Words; draft: Draft; results: Results; leftOut: Awaited<ReturnType<typeof leftOutOf>> },
): void {
  const { text } = ctx.state
  const { bulk } = text.administration
  const told = { ...counts, refused: counts.refused + counts.failed }
  const kinds = ['added', 'granted', 'nothing', 'refused'] as const
  showTool(
    ctx,
    page(ctx, bulk.doneTitle),
    <CarriedOut
      text={text}
      counts={kinds.filter((kind) => told[kind] > 0).map((kind) => bulk.doneCounts[kind](told[kind]))}
      leftOut={leftOut.flatMap(({ row, mistakes }) =>
        mistakes.length === 0
          ? [bulk.failedRow(String(row))]
          : mistakes.map((mistake) => whatIsWrong(words, row, mistake)),
      )}
      again={pathOfOrganisation(draft.organisationId)}
    />,
  )
}

const page = ({ state: { text } }: Ctx, title: string) => {
  const { help1, help2, help3 } = text.administration.bulk
  return { title, area: 'bulk' as const, help: [help1, help2, help3] }
}

const countsOf = ({ state: { text } }: Ctx, validated: readonly Validated[]): readonly string[] => {
  const { bulk } = text.administration
  const words = { new: bulk.countNew, known: bulk.countKnown, nothing: bulk.countNothing, wrong: bulk.countWrong }
  return (['new', 'known', 'nothing', 'wrong'] as const).flatMap((kind) => {
    const count = validated.filter((row) => row.kind === kind).length
    return count === 0 ? [] : [words[kind](count)]
  })
}

/** A known person is shown by what was typed of their number, and nothing else. */
const rowShown = (words: Words, validated: Validated, typed: TypedRow | undefined): readonly RowShown[] => {
  if (typed === undefined) return []
  const { row, kind } = validated
  const { number } = typed.fields
  const name = fullName(typed.fields)
  const { bulk } = words.text.administration
  if (kind === 'wrong') {
    const lines = validated.mistakes.map((mistake) => whatIsWrong(words, row, mistake))
    return [{ row, kind, number, name, address: '', words: lines }]
  }
  const read = kind === 'new' ? validated.person.personalIdentityNumber : validated.number
  const shown = { row, kind, number: writtenPersonalIdentityNumber(read) }
  if (kind === 'nothing') return [{ ...shown, name, address: '', words: [] }]
  const lines = validated.grants.map((grant) => whatHolds(words, grant))
  if (kind === 'known') return [{ ...shown, name: '', address: name === '' ? '' : bulk.detailsUnused, words: lines }]
  const { person } = validated
  const address = [shownEmailAddress(person.email ?? ''), ...addressLines(person)]
  return [
    {
      ...shown,
      name: fullName(person),
      address: address.filter(Boolean).join(', '),
      words: lines,
    },
  ]
}

/** Counted from nought; the first when there is no such page. */
const pageFrom = (ctx: Ctx, rows: number): number => {
  const asked = Number(ctx.query['sida'])
  return Number.isSafeInteger(asked) && asked > 1 && asked <= Math.ceil(rows / rowsAPage) ? asked - 1 : 0
}

const pagesOf = ({ state: { text } }: Ctx, id: string, validated: readonly Validated[], at: number) =>
  Array.from({ length: Math.ceil(validated.length / rowsAPage) }, (_, place) => {
    const [from, to] = [validated[place * rowsAPage], validated.slice(0, (place + 1) * rowsAPage).at(-1)]
    return {
      label: text.administration.bulk.pageOf(String(from?.row ?? ''), String(to?.row ?? '')),
      to: `${pathOfDraft(id)}?sida=${place + 1}` as const,
      isHere: place === at,
    }
  })
