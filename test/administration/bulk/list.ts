import type { ExecutionContext } from 'ava'
import { signedInAs } from '../../own-account/client.js'
import type { Browser } from '../../support/browser.js'
import type { TestApp } from '../../support/app.js'

/** One row of a list, by the headings of the template. */
export type Row = Readonly<Record<string, string>>

export const headings = [
  'Personnummer',
  'Förnamn',
  'Efternamn',
  'E-post',
  'Gatuadress',
  'Postnummer',
  'Ort',
  'Studietider och utbildningar',
  'Studeranderapportering',
  'Från',
  'Till',
] as const

/** A test number (Skatteverket: birth numbers 980 to 989) of its own for each place up to nine thousand. */
export function numberAt(place: number): string {
  const day = String((place % 28) + 1).padStart(2, '0')
  const month = String((Math.floor(place / 28) % 12) + 1).padStart(2, '0')
  const year = 1950 + (Math.floor(place / 336) % 50)
  const birth = String(980 + (Math.floor(place / 16_800) % 10))
  const nine = `${String(year).slice(2)}${month}${day}${birth}`
  return `${String(year).slice(0, 2)}${nine}${checkDigit(nine)}`
}

const checkDigit = (nine: string): number => {
  const products = Array.from(nine).map((digit, place) => Number(digit) * (place % 2 === 0 ? 2 : 1))
  return (10 - (products.reduce((sum, product) => sum + (product > 9 ? product - 9 : product), 0) % 10)) % 10
}

export function newcomer(place: number, other: Row = {}): Row {
  return {
    Personnummer: numberAt(place),
    Förnamn: 'Åsa',
    Efternamn: `Prov ${String.fromCodePoint(65 + (place % 26))}`,
    'E-post': `asa.${place}@vatterbygden.example`,
    Gatuadress: `Storgatan ${place + 1}`,
    Postnummer: '553 18',
    Ort: 'Jönköping',
    'Studietider och utbildningar': 'ja',
    Studeranderapportering: '',
    Från: '',
    Till: '',
    ...other,
  }
}

export function csvOf(rows: readonly Row[], columns: readonly string[] = headings): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
  return `\uFEFF${lines.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\r\n')}\r\n`
}

export interface Visit {
  readonly browser: Browser
  readonly organisation: string
  /** Sends a list as the page would; answers with where it led, or the refusal. */
  readonly send: (file: string | Uint8Array) => Promise<{ readonly status: number; readonly to: string }>
}

/** Marie Lindblad before the form, at her school. */
export async function atUpload(t: ExecutionContext, app: TestApp): Promise<Visit> {
  const browser = await signedInAs(t, app, 'admin10001')
  await browser.open('/behorigheter/lagg-till-flera')
  const organisation = browser.path().split('/').at(-1) ?? ''
  const send: Visit['send'] = async (file) => {
    const body = new FormData()
    body.set('token', browser.formToken())
    body.set('file', new Blob([typeof file === 'string' ? file : Uint8Array.from(file)]), 'lista.xlsx')
    const response = await browser.send(`/behorigheter/lagg-till-flera/till/${organisation}`, { method: 'POST', body })
    const to = response.headers.get('location') ?? ''
    if (to !== '') await browser.open(to)
    return { status: response.status, to }
  }
  return { browser, organisation, send }
}
