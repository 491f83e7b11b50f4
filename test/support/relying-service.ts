import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { ExecutionContext } from 'ava'
import { relyingServiceId, relyingServiceSecret } from '../../src/demo/relying-service.js'
import { freePort } from './free-port.js'
import { startTestApp, type TestAppOptions, type TestApp } from './app.js'

/** The app, and beside it the demo's relying service as the separate process that it is. */
export async function startAppAndService(
  t: ExecutionContext,
  given: TestAppOptions = {},
): Promise<{ readonly app: TestApp; readonly service: string }> {
  const port = await freePort(t)
  const service = `http://localhost:${port}`
  const app = await startTestApp(t, { ...given, relyingServiceAddress: service })
  const child = spawn(process.execPath, ['dist/src/demo/mina-tjanster/main.js'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      ISSUER: app.home,
      PORT: String(port),
      CLIENT_ID: relyingServiceId,
      CLIENT_SECRET: relyingServiceSecret(app.context.keys),
    },
  })
  t.teardown(async () => {
    if (child.exitCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  })
  await untilItAnswers(service)
  return { app, service }
}

const untilItAnswers = async (address: string): Promise<void> => {
  for (let tries = 0; tries < 1_200; tries += 1) {
    const isUp = await fetch(address).then(
      () => true,
      () => false,
    )
    if (isUp) return
    await new Promise((resolve) => void setTimeout(resolve, 50))
  }
  throw new Error(`nothing answers at ${address}`)
}
