import { setImmediate } from 'node:timers/promises'

/** A long list in parts, between which the event loop turns: others are answered meanwhile. */
export async function* inTurns<Item>(items: readonly Item[], atOnce = 100): AsyncGenerator<readonly Item[]> {
  for (let start = 0; start < items.length; start += atOnce) {
    if (start > 0) await setImmediate()
    yield items.slice(start, start + atOnce)
  }
}

/** As `map`, in turns. */
export async function mapInTurns<Item, Result>(
  items: readonly Item[],
  map: (item: Item) => Result,
): Promise<readonly Result[]> {
  const mapped: Result[] = []
  for await (const some of inTurns(items)) for (const item of some) mapped.push(map(item))
  return mapped
}
