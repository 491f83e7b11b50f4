import { connect } from 'node:net'
import path from 'node:path'
import test from 'ava'
import { startService, temporaryFolder, until } from '../support/service.js'

test('SIGTERM says not ready first, answers what is under way, and ends with 0 (F-38)', async (t) => {
  const folder = await temporaryFolder(t)
  const service = await startService(t, { DATA_DIR: path.join(folder, 'var') })
  const slow = connect(Number(new URL(service.home).port), '127.0.0.1')
  const faults: Error[] = []
  slow.on('error', (error) => void faults.push(error))
  const closed = new Promise((resolve) => void slow.once('close', resolve))
  let answer = ''
  slow.on('data', (chunk: Buffer) => void (answer += chunk.toString('utf8')))
  slow.write(
    'POST /losenordskiosk/andra HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 3\r\n\r\na',
  )
  service.process.kill('SIGTERM')
  await until(async () => (await service.health('ready')) === 503)
  t.is((await fetch(service.home)).status, 200)
  await until(
    async () =>
      await fetch(service.home).then(
        () => false,
        () => true,
      ),
  )
  slow.write('=b')
  await until(() => answer.includes('\r\n\r\n'))
  t.regex(answer, /^HTTP\/1\.1 4\d\d /)
  await closed
  t.deepEqual(faults, [])
  t.is(await service.ended, 0)
})
