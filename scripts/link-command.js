// Puts the command where `npx portvakt` looks first. A `bin` in package.json would make npx install the whole
// project into its cache, slowly, before it ran anything.
import { rmSync, symlinkSync } from 'node:fs'

const link = new URL('../node_modules/.bin/portvakt', import.meta.url)
rmSync(link, { force: true })
symlinkSync('../../bin/portvakt.js', link)
