/** Runs the benchmarks one after another, prints their tables, and keeps them in bench/results/. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { startThrowaway } from '../test/support/throwaway.js'
import { agencyBench } from './agency.js'
import { atOnceBench } from './at-once.js'
import { hashingBench } from './hashing.js'
import { loopBench } from './loop.js'
import { peopleBench } from './people.js'
import { signInBench } from './sign-in.js'
import { openBench, type Table } from './bench.js'

const benches = {
  agency: agencyBench,
  'at-once': atOnceBench,
  hashing: hashingBench,
  loop: loopBench,
  people: peopleBench,
  'sign-in': signInBench,
}
const wanted = process.argv.slice(2)

const { server, stop } = await startThrowaway()
try {
  for (const [name, bench] of Object.entries(benches)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    const opened = await openBench(server)
    try {
      keep(name, await bench(opened))
    } finally {
      await opened.close()
    }
  }
} finally {
  await stop()
}

function keep(name: string, table: Table): void {
  const written = asMarkdown(table)
  mkdirSync('bench/results', { recursive: true })
  writeFileSync(`bench/results/${name}.md`, written)
  console.log(`\n${written}`)
}

function asMarkdown({ title, rows }: Table): string {
  const columns = Object.keys(rows[0] ?? {})
  const lines = rows.map((row) => `| ${columns.map((column) => row[column] ?? '').join(' | ')} |`)
  return [
    `## ${title}`,
    '',
    `| ${columns.join(' | ')} |`,
    `|${columns.map(() => ' --- ').join('|')}|`,
    ...lines,
    '',
  ].join('\n')
}
