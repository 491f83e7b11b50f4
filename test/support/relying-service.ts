import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { ExecutionContext } from 'ava'
import { relyingServiceId, relyingServiceSecret } from '../../src/demo/relying-service.js'
import { freePort } from './free-port.js'
import { openTestHouse, type HouseOfTest, type TestHouse } from './house.js'

/** The house, and beside it the demo's relying service as the separate process that it is. */
export async function openHouseAndService(
  t: ExecutionContext,
  given: HouseOfTest = {},
): Promise<{ readonly house: TestHouse; readonly service: string }> {
  const port = await freePort(t)
  const service = `http://localhost:${port}`
  const house = await openTestHouse(t, { ...given, relyingServiceAddress: service })
  const child = spawn(process.execPath, ['dist/src/demo/mina-tjanster/main.js'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      ISSUER: house.home,
      PORT: String(port),
      CLIENT_ID: relyingServiceId,
      CLIENT_SECRET: relyingServiceSecret(house.world.keys),
    },
  })
  t.teardown(async () => {
    if (child.exitCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  })
  await untilItAnswers(service)
  return { house, service }
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
