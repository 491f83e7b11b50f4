import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'

interface Lifetime {
  readonly teardown: (end: () => void) => void
}

/** Above 10080, the last port that fetch and browsers refuse to ask (Fetch, “port blocking”). */
const ports = [10_081, 32_000] as const

/** One file for each port that a test holds, seen by every process of tests on this machine. */
const claims = path.join(os.tmpdir(), 'portvakt-test-ports')

/** In milliseconds: longer than any run; what is older was left by one that was killed. */
const staleAfter = 3 * 60 * 60 * 1000

/**
 * A port that no other test is given until this one ends. Not one that the system would give to whoever asks for any
 * (those begin at 32,768): between our looking and that process's listening, another test's app could be given it.
 */
export async function freePort(t: Lifetime): Promise<number> {
  for (;;) {
    const port = randomInt(...ports)
    if (claim(t, port) && (await isFree(port))) return port
  }
}

/** Of some fifty ports drawn by a file of tests two are often the same: one answered in the other's place. */
const claim = (t: Lifetime, port: number): boolean => {
  const file = path.join(claims, String(port))
  mkdirSync(claims, { recursive: true })
  const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
  if (age > staleAfter) rmSync(file, { force: true })
  try {
    writeFileSync(file, '', { flag: 'wx' })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
  t.teardown(() => rmSync(file, { force: true }))
  return true
}

const isFree = async (port: number): Promise<boolean> => {
  const probe = createServer().listen(port, '127.0.0.1')
  const isListening = await once(probe, 'listening').then(
    () => true,
    () => false,
  )
  if (!isListening) return false
  probe.close()
  await once(probe, 'close')
  return true
}
