import { DemoPages } from '../../../views/demo/pages/demo-pages.js'
import type { Db } from '../../database/database.js'
import type { Routes } from '../../web/context.js'
import { show } from '../../web/page.js'
import { demoPassword } from '../people.js'
import { addressOf, pageGroups } from './page-list.js'
import { selectExamples } from './demo-pages.queries.js'

/** Every page in every state that the demo's database has, on one list, for looking at. */
export function demoPageRoutes(router: Routes, { db }: { readonly db: Db }): void {
  router.get('/demo/sidor', async (ctx) => {
    const { text } = ctx.state
    const words = text.demo.pages
    const examples = await selectExamples(db)
    const groups = pageGroups.map(({ name, as, lines }) => ({
      id: name,
      title: words.groups[name],
      as,
      pages: lines.map((line) => ({
        pattern: line.at,
        address: addressOf(line, examples),
        state: line.state && words.states[line.state],
      })),
    }))
    show(ctx, { title: words.title }, <DemoPages text={text} groups={groups} password={demoPassword} />)
  })
}
