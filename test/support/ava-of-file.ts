/**
 * What a test file gets when it imports `ava`: each of its tests waits for a turn, and where many files share one
 * process, a title says first which file it is of, as ava does for files in processes of their own.
 */
import ava, { type ExecutionContext } from 'ava'
import { isGroup } from './test-groups.js'
import { takeTurn } from './test-turns.js'

type Implementation = (t: ExecutionContext, ...args: readonly unknown[]) => unknown
type Declare = (title: string, implementation: Implementation, ...args: readonly unknown[]) => void

/** `officers/accounts/states.test.js`. */
const file = new URL(import.meta.url).searchParams.get('file') ?? ''
const isBesideOthers = isGroup(ava.meta.file)
const titled = (title: string) =>
  isBesideOthers ? [...file.replace(/\.test\.js$/, '').split('/'), title].join(' › ') : title

const inTurn =
  (declare: Declare): Declare =>
  (title, implementation, ...args) => {
    declare(titled(title), async (t) => {
      await takeTurn(t, file)
      try {
        return await implementation(t, ...args)
      } catch (error) {
        // ava shows no cause, and `fetch failed` says nothing without it.
        if (error instanceof Error && error.cause !== undefined) t.log(error.cause)
        throw error
      }
    })
  }

// oxlint-disable-next-line import/no-default-export -- it stands in for ava’s own
export default Object.assign(inTurn(ava), {
  serial: inTurn(ava.serial),
  skip: (title: string) => ava.skip(titled(title), () => undefined),
})
