import { load, type CheerioAPI } from 'cheerio'
import type { Browser } from '../support/browser.js'

export interface FoundForm {
  readonly fields: Readonly<Record<string, string>>
  /** The field of the file that is sent besides. */
  readonly file: string | undefined
}

/** The form that is sent to an address, with what stands in it: on the page there, or on a page above it. */
export async function formOnPage(browser: Browser, path: string): Promise<FoundForm | undefined> {
  const steps = path.split('/')
  for (let length = steps.length; length > 1; length -= 1) {
    const status = await browser.open(steps.slice(0, length).join('/'))
    const form = status === 200 ? formIn(load(browser.html()), path) : undefined
    if (form !== undefined) return form
  }
  return undefined
}

const formIn = (page: CheerioAPI, path: string): FoundForm | undefined => {
  const form = page('form[method="post"]')
    .filter((_, element) => {
      const buttons = page(element).find('button[formaction]').toArray()
      return [page(element).attr('action'), ...buttons.map((button) => page(button).attr('formaction'))].includes(path)
    })
    .first()
  if (form.length === 0) return undefined
  const fields: Record<string, string> = {}
  let file: string | undefined
  form.find('input, select, textarea, button[name]').each((_, element) => {
    const field = page(element)
    const name = field.attr('name')
    if (name === undefined) return
    if (field.attr('type') === 'file') file = name
    else if (!(name in fields) || field.attr('checked') !== undefined) fields[name] = valueOf(page, element)
  })
  return { fields, file }
}

const valueOf = (page: CheerioAPI, element: Parameters<CheerioAPI>[0]): string => {
  const field = page(element)
  if (field.is('textarea')) return field.text()
  if (field.is('select')) return field.find('option[selected], option').first().attr('value') ?? ''
  return field.attr('value') ?? ''
}
