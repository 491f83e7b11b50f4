import test from 'ava'
import { stateOf } from '../../src/permissions/grants/grant.js'

const terms = { validFrom: '2026-03-01', validTo: '2026-03-29' }

test('a grant is planned until its first day', (t) => {
  t.deepEqual(stateOf(terms, '2026-02-28'), { state: 'planned', from: '2026-03-01', until: '2026-03-29' })
})

for (const today of ['2026-03-01', '2026-03-15', '2026-03-29']) {
  test(`a grant from 1 to 29 March is active on ${today}`, (t) => {
    t.is(stateOf(terms, today).state, 'active')
  })
}

test('a grant has expired the day after its last', (t) => {
  t.deepEqual(stateOf(terms, '2026-03-30'), { state: 'expired', since: '2026-03-01', until: '2026-03-29' })
})

test('a grant without a last day stays active', (t) => {
  t.deepEqual(stateOf({ validFrom: '2026-03-01' }, '2046-01-01'), { state: 'active', since: '2026-03-01' })
})

test('a grant that was ended is ended whatever its days say', (t) => {
  const ended = { on: '2026-03-05', reason: 'has left' }
  t.deepEqual(stateOf({ ...terms, ended }, '2026-03-10'), { state: 'ended', since: '2026-03-01', ...ended })
})

const pause = { from: '2026-03-10', to: '2026-03-19', reason: 'leave' } as const

for (const [today, state] of [
  ['2026-02-28', 'planned'],
  ['2026-03-09', 'active'],
  ['2026-03-10', 'paused'],
  ['2026-03-19', 'paused'],
  ['2026-03-20', 'active'],
  ['2026-03-30', 'expired'],
] as const) {
  test(`a grant with a pause from 10 to 19 March is ${state} on ${today}`, (t) => {
    t.is(stateOf({ ...terms, pause }, today).state, state)
  })
}

test('a pause that is over is no longer told', (t) => {
  t.deepEqual(stateOf({ ...terms, pause }, '2026-03-20'), {
    state: 'active',
    since: '2026-03-01',
    until: '2026-03-29',
  })
})
