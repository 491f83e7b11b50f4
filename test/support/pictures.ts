import { copyFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'

/** Pictures are for people to look at: `npm run pictures` takes them, and no other run spends its time on them. */
const areWanted = process.env['KEEP_PICTURES'] !== undefined

/** The whole page, or a part of it, into `test-output/pictures`, and to where readers are shown it. */
export async function takePicture(shown: Page | Locator, name: string, kept?: string): Promise<void> {
  if (!areWanted) return
  const path = `test-output/pictures/${name}.png`
  await shown.screenshot('goto' in shown ? { path, fullPage: true } : { path })
  if (kept !== undefined) copyFileSync(path, kept)
}
