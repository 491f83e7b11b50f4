import { Start } from '../../../views/officers/start/start.js'
import type { Routes } from '../../web/context.js'
import { officer, showTool } from '../pages.js'
import type { OfficerParts } from '../routes.js'
import { countTasks } from './queries.js'

export function startRoutes(router: Routes, { db }: OfficerParts): void {
  router.get('/handlaggning', async (ctx) => {
    await officer(ctx, db)
    const { text } = ctx.state
    showTool(
      ctx,
      { title: text.officers.start.title, area: 'start' },
      <Start text={text} tasks={await countTasks(db)} />,
    )
  })
}
