import test from 'ava'
import { assuranceFormPdf } from '../../src/officers/assurances/form/form.js'
import { readTable } from '../../src/tables/read-table.js'
import { writeWorkbook } from '../../src/tables/write-workbook.js'
import { printInThread } from '../../src/context/printing.js'
import { inTurns, mapInTurns } from '../../src/context/turns.js'

const threadsDuring = async (act: () => Promise<unknown>): Promise<number> => {
  let threads = 0
  const count = () => (threads += 1)
  process.on('worker', count)
  await act()
  process.off('worker', count)
  return threads
}

test.serial('a workbook is written in a thread of its own, and read back cell by cell', async (t) => {
  let bytes = new Uint8Array()
  const threads = await threadsDuring(async () => {
    bytes = Uint8Array.from(
      await writeWorkbook([
        {
          name: 'Blad',
          headings: ['Kod', 'Vad'],
          rows: [['0114', '=1+1']],
          columns: [{ kind: 'filled-in', width: 9 }, { kind: 'shown' }],
          isLong: true,
        },
      ]),
    )
  })
  t.is(threads, 1)
  const read = await readTable(bytes, { rows: 10, columns: 10 })
  t.like(read, { table: { lines: [{ cells: ['Kod', 'Vad'] }, { cells: ['0114', "'=1+1"] }] } })
})

test.serial('a PDF is made in a thread of its own, the same as without one', async (t) => {
  const file = new URL('../../src/officers/assurances/form/form-thread.js', import.meta.url)
  let bytes = new Uint8Array()
  const threads = await threadsDuring(async () => (bytes = Uint8Array.from(await printInThread(file, undefined))))
  t.is(threads, 1)
  t.is(bytes.length, (await assuranceFormPdf(undefined)).length)
})

test('a long list is worked through in turns, between which the loop answers others', async (t) => {
  const order: string[] = []
  const others = (async () => {
    for await (const [first] of inTurns(['x', 'y', 'z'], 1)) order.push(String(first))
  })()
  for await (const some of inTurns([1, 2, 3], 1)) order.push(some.join())
  await others
  t.deepEqual(order, ['x', '1', 'y', '2', 'z', '3'])
  t.deepEqual(await mapInTurns([1, 2, 3], (one) => one * 2), [2, 4, 6])
})
