import test from 'ava'
import { isSameName } from '../../src/values/names.js'

for (const [one, other] of [
  ["Sean O'Brien", 'Sean O’Brien'],
  ["Sean O'Brien", 'SEAN OʼBRIEN'],
  ["Sean O'Brien", 'Sean O´Brien'],
  ['Anna-Karin Lind', 'Anna‑Karin Lind'],
  ['Anna-Karin Lind', 'Anna – Karin  Lind'],
  ['Anna-Karin Lind', 'Anna Karin Lind'],
  ['René Öberg', 'Rene Oberg'],
  ['Åsa Kronqvist', 'A\u030Asa Kron\u00ADqvist'],
  ['Nazanin\u200Czahra Alavi', 'Nazaninzahra Alavi'],
  ['Máret Ŋuolla Đunn Ŧat', 'maret nuolla dunn tat'],
  ['Łukasz Groß', 'LUKASZ GROSS'],
] as const) {
  test(`${one} and ${JSON.stringify(other)} are likely the same person`, (t) => {
    t.true(isSameName(one, other))
  })
}

test('names with other letters are two people’s', (t) => {
  t.false(isSameName('Anna Lind', 'Anna Lindh'))
  t.false(isSameName('Anna Lind', 'Lind Anna'))
})
