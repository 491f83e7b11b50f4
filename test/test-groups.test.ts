import test from 'ava'
import { isGroup, withoutGroup } from './support/test-groups.js'

test('a test that shared its process is told of by its own file', (t) => {
  const line = '  ✘ [fail]: groups › 07 › login › lock › the fourth wrong password locks (1m 2.5s)'
  t.is(withoutGroup(line), '  ✘ [fail]: login › lock › the fourth wrong password locks')
})

test('a test in a process of its file’s own keeps its time', (t) => {
  const line = '  ✔ login › lock › the fourth wrong password locks (1.2s)'
  t.is(withoutGroup(line), line)
})

test('only what was written to hold many files is a group', (t) => {
  t.true(isGroup('/srv/portvakt/dist/test/groups/07.test.js'))
  t.false(isGroup('/srv/portvakt/dist/test/permissions/groups.test.js'))
})
