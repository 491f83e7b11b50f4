// Writes docs/proofs.md from the titles of the tests: part of `npm run docs`.
import { writeFileSync } from 'node:fs'
import { proofsDocument } from '../dist/test/support/requirements.js'

writeFileSync('docs/proofs.md', proofsDocument())
