import { readFile } from 'node:fs/promises'
import { Presets, SingleBar } from 'cli-progress'
import { Option, type Command } from 'commander'
import { CannotStart } from '../config.js'
import type { Db } from '../database/database.js'
import { importOrganisations } from '../organisations/import.js'
import type { ImportRow, RowError } from '../organisations/import-row.js'
import { sentenceOf } from '../organisations/messages.js'
import type { OrganisationKind } from '../organisations/organisation.js'
import { readOrganisationsCsv, type Columns } from '../organisations/read-csv.js'
import { en } from '../text/en.js'
import { sv } from '../text/sv.js'
import { fromWithin } from '../world/origin.js'
import { complain, inDatabase, say } from './terminal.js'

interface ImportOptions extends Columns {
  readonly kind: OrganisationKind
}

/** `portvakt organisation …` */
export function organisationCommands(organisation: Command): void {
  organisation
    .command('import')
    .description('read organisations from a CSV file: the whole file or, if any row is wrong, nothing of it')
    .argument('<file.csv>', 'UTF-8, with a heading; comma, semicolon or tab')
    .addOption(
      new Option('--kind <kind>', 'what the file lists').choices(['school', 'municipality']).makeOptionMandatory(),
    )
    .option('--code <column>', 'the column with the code', 'code')
    .option('--name <column>', 'the column with the name', 'name')
    .option('--street <column>', 'the column with the street')
    .option('--postal-code <column>', 'the column with the postal code')
    .option('--locality <column>', 'the column with the locality')
    .option('--school-forms <column>', 'the column with the school forms, a space between')
    .action(async (file: string, { kind, ...columns }: ImportOptions) => {
      const rows = await readRows(file, columns)
      if (rows !== undefined) await inDatabase(async (db) => await bringIn(db, { rows, kind }))
    })
}

const readRows = async (file: string, columns: Columns): Promise<readonly ImportRow[] | undefined> => {
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    throw new CannotStart(`${file} cannot be read (${cause.code}).`, { cause })
  })
  const read = readOrganisationsCsv(bytes, columns)
  if (read.kind === 'read') return read.rows
  listErrors(read.errors)
  return undefined
}

const bringIn = async (db: Db, input: { readonly rows: readonly ImportRow[]; readonly kind: OrganisationKind }) => {
  const bar = new SingleBar({ stream: process.stderr, noTTYOutput: true, hideCursor: true }, Presets.legacy)
  bar.start(input.rows.length, 0)
  const from = fromWithin('portvakt organisation import')
  const outcome = await db
    .transaction()
    .execute(async (trx) => await importOrganisations(trx, { ...input, from, onProgress: (done) => bar.update(done) }))
    .finally(() => bar.stop())
  if (outcome.kind === 'refused') return listErrors(outcome.errors)
  say(`${outcome.added} added, ${outcome.changed} changed, ${outcome.unchanged} unchanged.`)
}

const listErrors = (errors: readonly RowError[]): void => {
  const text = /^sv/i.test(process.env['LC_ALL'] ?? process.env['LANG'] ?? '') ? sv : en
  complain([...errors.map((error) => sentenceOf(text, error)), 'Nothing has been changed.'].join('\n'))
}
