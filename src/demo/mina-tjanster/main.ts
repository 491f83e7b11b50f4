/** The demo's relying service, a process of its own: Portvakt starts it, and it ends with Portvakt. */
import { createServer } from 'node:http'
import { openReception } from './reception.js'
import { readSettings } from './settings.js'

// An output that takes nothing ends no process: a full disk, or a reader that has gone.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

const settings = readSettings(process.env)
const server = createServer({ requestTimeout: 30_000, headersTimeout: 15_000 }, openReception(settings))
server.listen(settings.port, settings.host, () => process.stdout.write(`Mina tjänster: ${settings.address}\n`))
server.on('error', (error) => {
  process.stderr.write(
    `Mina tjänster cannot listen on ${settings.host}:${settings.port}: ${error.message}. Set DEMO_PORT to another port.\n`,
  )
  process.exit(1)
})

const leave = () => {
  server.close(() => process.exit(0))
  server.closeIdleConnections()
  setTimeout(() => process.exit(0), 2_000).unref()
}
process.on('SIGTERM', leave)
process.on('SIGINT', leave)
// When Portvakt is killed outright, its end of this channel closes.
process.on('disconnect', leave)
