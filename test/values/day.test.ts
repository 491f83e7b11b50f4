import test from 'ava'
import { readDay, readDayOfThisCentury } from '../../src/values/day.js'

for (const typed of [
  '2026-12-01',
  '20261201',
  ' 2026-12-1 ',
  '2026/12/01',
  '2026.12.01',
  '2026–12–01',
  '\u200E2026\u201112\u201101\u200E',
  '٢٠٢٦-١٢-٠١',
  '२०२६-१२-०१',
  '２０２６－１２－０１',
]) {
  test(`the day 2026-12-01 is read from ${JSON.stringify(typed)}`, (t) => {
    t.is(readDay(typed), '2026-12-01')
  })
}

test('a day that the calendar does not have is none', (t) => {
  for (const typed of ['', '2026-02-30', '26-12-01', '2026-13-01', '01-12-2026', 'i dag'])
    t.is(readDay(typed), undefined, typed)
  t.is(readDayOfThisCentury('1926-12-01'), undefined)
})
