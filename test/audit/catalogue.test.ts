import { readFileSync } from 'node:fs'
import test from 'ava'
import { auditKinds } from '../../src/audit/event.js'

test('the document of audit events says what the catalogue says', (t) => {
  const rows = Object.entries(auditKinds).map(([kind, tells]) => `| \`${kind}\` | ${tells} |`)
  const document = readFileSync('docs/audit.md', 'utf8')
  t.deepEqual(
    document.split('\n').filter((line) => line.startsWith('| `')),
    rows,
    'npm run docs writes it anew',
  )
})
