import { schoolForms } from '../../../config/school-forms.js'
import { services } from '../../../config/services.js'
import { ChangeRules } from '../../../views/officers/rules/change-rules.js'
import { RuleTable } from '../../../views/officers/rules/rule-table.js'
import type { Db } from '../../database/database.js'
import { isSchoolForm } from '../../organisations/organisation.js'
import { keyOf, type Rule } from '../../permissions/configured/rule.js'
import { isServiceCode } from '../../permissions/configured/service.js'
import type { Ctx } from '../../web/context.js'
import { showTool } from '../officers.pages.js'
import { selectEffects, type Effect } from './administration-rules.queries.js'

export interface TableShown {
  readonly rules: readonly Rule[]
  readonly note?: { readonly kind: 'success' | 'info' | 'error'; readonly words: string }
}

export function showTable(ctx: Ctx, { rules, note }: TableShown): void {
  const { text } = ctx.state
  const { rules: words } = text.officers
  const forms = [...new Set(rules.map(({ school_form: form }) => form))]
  showTool(
    ctx,
    {
      title: words.title,
      area: 'organisations',
      returnTo: '/handlaggning/vem-administrerar',
      ...(note?.kind === 'error' && { hasErrors: true, status: 409 }),
    },
    <RuleTable
      text={text}
      note={note}
      forms={forms.map((form) => ({
        form,
        name: nameOfForm(ctx, form),
        rules: rules
          .filter(({ school_form: of }) => of === form)
          .map((rule) => ({ name: keyOf(rule), label: labelOf(ctx, rule), chosen: rule.administrator })),
      }))}
    />,
  )
}

export async function showChange(ctx: Ctx, db: Db, changes: readonly Rule[]): Promise<void> {
  const { text, formToken } = ctx.state
  const { rules: words } = text.officers
  const effects = await selectEffects(db, changes)
  showTool(
    ctx,
    { title: words.changeTitle, area: 'organisations', returnTo: '/handlaggning/vem-administrerar' },
    <ChangeRules
      text={text}
      formToken={formToken}
      changes={changes.map((rule) =>
        words.change(nameOfForm(ctx, rule.school_form), labelOf(ctx, rule), words.by[rule.administrator]),
      )}
      effects={effects.map((effect) => sentenceOf(ctx, effect))}
      kept={changes.map((rule) => `${keyOf(rule)}:${rule.administrator}`).join(' ')}
    />,
  )
}

const sentenceOf = (ctx: Ctx, effect: Effect): string => {
  const { text, language } = ctx.state
  const { rules: words } = text.officers
  const tell = effect.isLocalAfter ? words.toLocal : words.toAgency
  return tell(
    effect[language],
    words.organisations(effect.organisations),
    words.administrators(effect.administrators),
    words.grants(effect.grants),
  )
}

const nameOfForm = ({ state }: Ctx, form: string): string =>
  isSchoolForm(form) ? schoolForms[form][state.language] : form

const labelOf = ({ state }: Ctx, { service, reporting_method: method }: Rule): string => {
  const { rules: words } = state.text.officers
  const name = isServiceCode(service) ? services[service][state.language] : service
  return words.of(name, method === 'file' ? words.file : words.web)
}
