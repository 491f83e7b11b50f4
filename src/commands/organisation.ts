import { readFile } from 'node:fs/promises'
import { Presets, SingleBar } from 'cli-progress'
import { Option, type Command } from 'commander'
import { CannotStart } from '../config.js'
import type { Db } from '../database/database.js'
import { importOrganisations } from '../organisations/import.js'
import type { ImportRow, RowError } from '../organisations/import-row.js'
import { alikeAsWords, sentenceOf } from '../organisations/organisations.messages.js'
import type { OrganisationKind } from '../organisations/organisation.js'
import { headingsOf, organisationLimits, organisationsIn, type Columns } from '../organisations/organisations-file.js'
import { columnFields, usualColumn } from '../organisations/usual-columns.js'
import { whyUnreadable } from '../tables/tables.messages.js'
import { readTable } from '../tables/read-table.js'
import { textIn } from '../text/text.js'
import { fromWithin } from '../context/origin.js'
import { complain, inDatabase, say } from './terminal.js'

interface ImportOptions extends Partial<Columns> {
  readonly yesTheyAreNew?: boolean
  readonly kind: OrganisationKind
}

/** `portvakt organisation …` */
export function organisationCommands(organisation: Command): void {
  organisation
    .command('import')
    .description(
      'read organisations from a CSV file or a spreadsheet: the whole file or, if any row is wrong, nothing of it',
    )
    .argument('<file>', 'text (comma, semicolon or tab) or xlsx, with a heading')
    .addOption(
      new Option('--kind <kind>', 'what the file lists').choices(['school', 'municipality']).makeOptionMandatory(),
    )
    .option('--code <column>', 'the column with the code')
    .option('--name <column>', 'the column with the name')
    .option('--street <column>', 'the column with the street')
    .option('--postal-code <column>', 'the column with the postal code')
    .option('--locality <column>', 'the column with the locality')
    .option('--school-forms <column>', 'the column with the school forms, a space between')
    .addHelpText(
      'after',
      '\nA column that is not named is the one whose heading is usual, such as code, kod or skolkod.',
    )
    .option('--yes-they-are-new', 'add those too that resemble a known organisation')
    .action(async (file: string, { kind, yesTheyAreNew: areNew = false, ...named }: ImportOptions) => {
      const read = await readRows(file, named)
      if (read !== undefined) await inDatabase(async (db) => await bringIn(db, { ...read, kind, areNew }))
    })
}

type Rows = Pick<Import, 'rows' | 'columns'>

const readRows = async (file: string, named: Partial<Columns>): Promise<Rows | undefined> => {
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    throw new CannotStart(`${file} cannot be read (${cause.code}).`, { cause })
  })
  const list = await readTable(bytes, organisationLimits)
  if (list.kind === 'unreadable') return refuse([whyUnreadable({ text, language }, list, organisationLimits)])
  const columns = columnsFrom(headingsOf(list.table), named)
  const read = organisationsIn(list.table, columns)
  if (read.kind === 'read') return { rows: read.rows, columns }
  return refuse(sentencesOf(read.errors, columns))
}

/** As they are named, or else as they are usually called; what is neither is not read. */
const columnsFrom = (headings: readonly string[], named: Partial<Columns>): Columns => {
  const found = columnFields.flatMap((field) => {
    const column = named[field] ?? usualColumn(headings, field)
    return column === undefined ? [] : [[field, column]]
  })
  return { code: 'code', name: 'name', ...Object.fromEntries(found) }
}

interface Import {
  readonly rows: readonly ImportRow[]
  readonly kind: OrganisationKind
  readonly columns: Columns
  readonly areNew: boolean
}

const bringIn = async (db: Db, { rows, kind, columns, areNew }: Import) => {
  const bar = new SingleBar({ stream: process.stderr, noTTYOutput: true, hideCursor: true }, Presets.legacy)
  bar.start(rows.length, 0)
  const from = fromWithin('portvakt organisation import')
  const outcome = await db
    .transaction()
    .execute(
      async (trx) =>
        await importOrganisations(trx, { rows, kind, from, areNew, onProgress: (done) => bar.update(done) }),
    )
    .finally(() => bar.stop())
  if (outcome.kind === 'refused') refuse(sentencesOf(outcome.errors, columns))
  else if (outcome.kind === 'alike') {
    const sentences = outcome.alike.map((one) => alikeAsWords(text, one))
    refuse([...sentences, 'If they are new all the same, say so: --yes-they-are-new.'])
  } else say(`${outcome.added} added, ${outcome.changed} changed, ${outcome.unchanged} unchanged.`)
}

const language = /^sv/i.test(process.env['LC_ALL'] ?? process.env['LANG'] ?? '') ? 'sv' : 'en'
const text = textIn(language)

const sentencesOf = (errors: readonly RowError[], columns: Columns) =>
  errors.map((error) => sentenceOf(text, error, columns))

const refuse = (sentences: readonly string[]): undefined => {
  complain([...sentences, 'Nothing has been changed.'].join('\n'))
  return undefined
}
