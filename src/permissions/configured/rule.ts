import type { Administrator } from '../../../config/administered-by.js'

/** Who administers a service for a school form and a way of reporting (product.md, rule 1). */
export interface Rule {
  readonly school_form: string
  readonly reporting_method: string
  readonly service: string
  readonly administrator: Administrator
}

/** What is told apart from the other rules by. */
export const keyOf = ({ school_form, reporting_method, service }: Omit<Rule, 'administrator'>): string =>
  [school_form, reporting_method, service].join('.')
