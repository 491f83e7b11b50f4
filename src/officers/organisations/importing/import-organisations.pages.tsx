import { ImportPreview } from '../../../../views/officers/organisations/import-preview.js'
import { ImportUpload } from '../../../../views/officers/organisations/import-upload.js'
import { Imported } from '../../../../views/officers/organisations/imported.js'
import type { Preview } from '../../../organisations/importing/preview.js'
import type { RowError } from '../../../organisations/import-row.js'
import { alikeAsWords, sentenceOf } from '../../../organisations/organisations.messages.js'
import type { Table } from '../../../tables/table.js'
import { clockOf, dayOf } from '../../../text/moment.js'
import { whichSheets } from '../../../tables/tables.messages.js'
import type { Text } from '../../../text/text.js'
import type { Ctx } from '../../../web/context.js'
import { showTool } from '../../officers.pages.js'
import { columnFields } from '../../../organisations/usual-columns.js'
import { type Choice } from './columns.js'
import type { ImportRow } from './import-organisations.queries.js'

export function showUpload(ctx: Ctx, { errors = [] }: { readonly errors?: readonly string[] } = {}): void {
  const { text, formToken } = ctx.state
  const hasErrors = errors.length > 0
  showTool(
    ctx,
    {
      title: text.officers.importing.title,
      area: 'organisations',
      returnTo: '/handlaggning/organisationer/las-in',
      ...(hasErrors && { hasErrors, status: 422 }),
    },
    <ImportUpload text={text} formToken={formToken} errors={errors.map((message) => ({ field: 'fil', message }))} />,
  )
}

export interface PreviewShown {
  readonly id: string
  readonly headings: readonly string[]
  readonly choice: Choice
  /** Undefined until the columns are chosen. */
  readonly preview: Preview | undefined
  readonly problems?: readonly RowError[]
  readonly table?: Table
  readonly isRefused?: boolean
}

/** So many rows and faults are shown; all are counted. */
const shownAtMost = 500

export function showPreview(ctx: Ctx, shown: PreviewShown): void {
  const { text, formToken } = ctx.state
  const { importing: words, organisations } = text.officers
  const { id, headings, choice, preview, problems = [], table, isRefused = false } = shown
  const alike = preview?.alike ?? []
  const errors = [...problems, ...(preview?.errors ?? [])]
  const count = (state: 'new' | 'changed' | 'unchanged' | 'faulty') =>
    preview?.rows.filter((row) => row.state === state).length ?? 0
  const none = { value: '', label: words.noColumn }
  showTool(
    ctx,
    {
      title: words.previewTitle,
      area: 'organisations',
      returnTo: '/handlaggning/organisationer/las-in',
      ...(isRefused && { hasErrors: true, status: 422 }),
    },
    <ImportPreview
      text={text}
      formToken={formToken}
      at={`/handlaggning/organisationer/las-in/${id}`}
      kept={choice}
      selects={[
        {
          name: 'kind',
          label: words.kind,
          chosen: choice.kind,
          options: (['school', 'municipality'] as const).map((kind) => ({
            value: kind,
            label: organisations.kinds[kind],
          })),
        },
        ...columnFields.map((field) => ({
          name: field,
          label: words.columns[field],
          chosen: choice[field],
          options: [none, ...[...new Set(headings)].filter(Boolean).map((value) => ({ value, label: value }))],
        })),
      ]}
      counts={preview && words.counts(count('new'), count('changed'), count('unchanged'), count('faulty'))}
      mayImport={preview !== undefined && errors.length === 0 && count('new') + count('changed') > 0}
      errors={firstAsWords(errors, (error) => sentenceOf(text, error, headingsIn(choice)), words.moreFaults)}
      alike={firstAsWords(alike, (one) => alikeAsWords(text, one), words.more)}
      wrongYes={isRefused && errors.length === 0 && alike.length > 0 ? [words.areNewMissing] : []}
      otherSheets={table && whichSheets(text, table)}
      rows={rowsShown(text, preview)}
      more={Math.max(0, (preview?.rows.length ?? 0) - shownAtMost)}
    />,
  )
}

const rowsShown = ({ officers: { importing: words } }: Text, preview: Preview | undefined) =>
  (preview?.rows ?? []).slice(0, shownAtMost).map(({ row, state, nameBefore }) => ({
    row: row.row,
    code: row.code,
    name: nameBefore === undefined ? row.name : words.renamed(row.name, nameBefore),
    state,
  }))

/** The first of them as sentences, and how many more there are; a file may have tens of thousands. */
const firstAsWords = <Item,>(
  items: readonly Item[],
  asWords: (item: Item) => string,
  more: (count: number) => string,
): readonly string[] => {
  const sentences = items.slice(0, shownAtMost).map(asWords)
  return items.length > shownAtMost ? [...sentences, more(items.length - shownAtMost)] : sentences
}

/** Those that have been chosen. */
const headingsIn = (choice: Choice): Partial<Choice> =>
  Object.fromEntries(Object.entries(choice).filter(([, heading]: [string, string]) => heading !== ''))

/** What an officer has just read in. */
export function showImported(ctx: Ctx, { at, added, changed, unchanged }: ImportRow): void {
  const { text, language } = ctx.state
  const { importing: words } = text.officers
  showTool(
    ctx,
    { title: words.doneTitle, area: 'organisations', returnTo: '/handlaggning/organisationer/las-in/klart' },
    <Imported
      text={text}
      counts={[words.added(added), words.changed(changed), words.unchanged(unchanged)]}
      when={words.savedAt(dayOf(language, at), clockOf(text, at))}
    />,
  )
}
