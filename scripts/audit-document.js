// Writes docs/audit.md from the catalogue in the code: `npm run docs`.
import { writeFileSync } from 'node:fs'
import { auditKinds } from '../dist/src/audit/event.js'

const rows = Object.entries(auditKinds).map(([kind, tells]) => `| \`${kind}\` | ${tells} |`)
writeFileSync(
  'docs/audit.md',
  `# Audit events

Made from \`src/audit/event.ts\` by \`npm run docs\`; a test holds the two equal.

Every event tells when (the database's clock), who (\`actor_id\`), about whom (\`about_id\`), for which organisation,
from where (\`source\`), in which request (\`request_id\`, also in the log) and with what result. It is written in the
transaction of the change it tells of, numbered and hash-chained by the database, and can be neither changed nor
deleted by the service. \`npx portvakt audit verify\` walks the chain.

| kind | tells |
| --- | --- |
${rows.join('\n')}
`,
)
