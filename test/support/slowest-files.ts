import { readFile } from 'node:fs/promises'

/** What `test-turns.ts` has noted, the slowest first, as `npm test` prints it; empty when nothing was noted. */
export async function slowestFiles(notes: string, most = 10): Promise<string> {
  const lines = (await readFile(notes, { encoding: 'utf8', flag: 'a+' })).split('\n').filter((line) => line !== '')
  const slowest = lines
    .map((line) => ({ seconds: Number(line.split(' ')[0]), file: line.split(' ')[1] ?? '' }))
    .toSorted((one, other) => other.seconds - one.seconds)
    .slice(0, most)
    .map(({ seconds, file }) => `  ${seconds.toFixed(1).padStart(6)} s  ${file}\n`)
  return slowest.length === 0 ? '' : `\n  The slowest files, of ${lines.length}:\n${slowest.join('')}`
}
