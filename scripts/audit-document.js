// Writes docs/audit.md and docs/step-up.md from what stands in the code: `npm run docs`.
import { writeFileSync } from 'node:fs'
import { stepUp } from '../dist/config/step-up.js'
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

const actions = Object.entries(stepUp).map(
  ([route, { isNeeded, why }]) => `| \`${route}\` | ${isNeeded ? 'yes' : 'no'} | ${why} |`,
)
writeFileSync(
  'docs/step-up.md',
  `# Acts that need a fresh sign-in

Made from \`config/step-up.ts\` by \`npm run docs\`; tests hold the two equal, and try every address.

Whoever signed in more than ten minutes ago (\`POLICY_SESSION_STEP_UP_MINUTES\`) signs in again before the acts marked
*yes*, at the page with the form if it has one of its own, and comes back to it (security.md R-54).

| address | fresh sign-in | why |
| --- | --- | --- |
${actions.join('\n')}
`,
)
