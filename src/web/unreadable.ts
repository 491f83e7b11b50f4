import type { Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { languages, textIn } from '../text/text.js'

/**
 * A request that cannot be read reaches no handler. Headers that are too large are a person's browser with too many
 * cookies, so that gets a page with what to do, in both languages; the rest gets what node answers by itself.
 */
export function answersUnreadable(server: Server): void {
  server.on(
    'clientError',
    (error: NodeJS.ErrnoException, socket: Duplex & { readonly _httpMessage?: ServerResponse }) => {
      // The answer to an earlier request may be on its way: nothing is written into the middle of it.
      if (!socket.writable || socket._httpMessage?.headersSent === true) {
        socket.destroy()
        return
      }
      socket.end(
        error.code === 'HPE_HEADER_OVERFLOW' ? tooLarge() : `HTTP/1.1 ${statusOf(error.code)}\r\n${closing}\r\n`,
      )
    },
  )
}

const closing = 'Connection: close\r\n'

const statusOf = (code: string | undefined): string => {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return '408 Request Timeout'
  return code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW' ? '413 Payload Too Large' : '400 Bad Request'
}

const tooLarge = (): string => {
  const parts = languages.map((language) => {
    const { refusals, agency } = textIn(language)
    const call = `${agency.telephone} ${agency.number}, ${agency.hours}`
    return `<section lang="${language}"><h1>${refusals.cookiesTitle}</h1><p>${refusals.cookies}</p><p>${call}</p></section>`
  })
  const title = textIn('sv').refusals.cookiesTitle
  const body = `<!doctype html><html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head><body><main>${parts.join('')}</main></body></html>`
  const headers = [
    'Content-Type: text/html; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Content-Security-Policy: default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options: nosniff',
    'X-Frame-Options: DENY',
    'Referrer-Policy: no-referrer',
    'Cache-Control: no-store',
  ]
  return `HTTP/1.1 431 Request Header Fields Too Large\r\n${headers.join('\r\n')}\r\n${closing}\r\n${body}`
}
