import test from 'ava'
import { openBrowser } from '../support/browser.js'
import { startTestApp } from '../support/app.js'
import { post } from './client.js'

test('ordering takes as long for an invented name as for a known one', async (t) => {
  const app = await startTestApp(t, {
    policy: {
      hashing: { answerFloorMilliseconds: 250 },
      resetCode: { ordersPerMinute: 100, ordersPerHour: 1_000, ordersPerDay: 10_000 },
    },
  })
  const took: Record<string, number[]> = { rapport10001: [], finns0000: [] }
  const browser = openBrowser(t, app.home)
  await browser.open('/losenordskiosk/glomt')
  for (let round = 0; round < 15; round += 1) {
    for (const [name, times] of Object.entries(took)) {
      const startedAt = performance.now()
      await post(browser, '/losenordskiosk/glomt', { token: browser.formToken(), username: name, inloggning: '' })
      times.push(performance.now() - startedAt)
    }
  }
  const [known = 0, invented = 0] = Object.values(took).map(median)
  t.log(`median ${known.toFixed(1)} ms known, ${invented.toFixed(1)} ms invented`)
  t.true(known >= 250)
  t.true(Math.abs(known - invented) < Math.max(5, 0.1 * known))
})

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
