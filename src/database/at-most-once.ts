import { isSurelyUndone } from './unreachable.js'

const done = new WeakSet()

/**
 * Acts once for one receipt, for what would be wrong twice. When the answer is lost it may have been done, and is not
 * tried again; when the database surely did nothing, it may be.
 */
export async function atMostOnce(receipt: object, act: () => Promise<void>): Promise<void> {
  if (done.has(receipt)) return
  done.add(receipt)
  try {
    await act()
  } catch (error) {
    if (isSurelyUndone(error)) done.delete(receipt)
    throw error
  }
}
