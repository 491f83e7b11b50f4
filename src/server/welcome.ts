import type { Config } from '../config.js'
import { demoPassword, demoPeople, type DemoUsername } from '../demo/people.js'
import { mayRunBeside, relyingServiceAddress } from '../demo/relying-service.js'
import { fullName } from '../values/names.js'

/** What the start prints for whoever stands in front of it. */
export function welcome(config: Config): string {
  const addresses = [
    ['Portvakt', config.issuer],
    ['Password kiosk', `${config.issuer}/losenordskiosk`],
    ...(config.isDemo && mayRunBeside(config.issuer)
      ? [['Demo service Mina tjänster', relyingServiceAddress(config.demoPort)]]
      : []),
    ...(config.isDemo && config.mailServer === undefined
      ? [
          ['Demo mailbox', `${config.issuer}/demo/mail`],
          ['Every page, for looking at', `${config.issuer}/demo/sidor`],
        ]
      : []),
    ['Health and metrics', `http://127.0.0.1:${config.managementPort}/health/ready`],
  ]
  return `\n${table(addresses)}\n${config.isDemo ? demoAccounts() : ''}\n`
}

const demoAccounts = (): string => {
  const accounts = demoPeople.map(({ username, person }) => [username, `${fullName(person)}: ${whoTheyAre[username]}`])
  return `\nDemo accounts, all with the password ${demoPassword}\n\n${table(accounts)}\n`
}

const whoTheyAre: Readonly<Record<DemoUsername, string>> = {
  handlaggare1: 'agency officer',
  handlaggare2: 'agency officer',
  admin10001: 'permission administrator, Vätterbygdens yrkeshögskola (10001)',
  admin10002: 'permission administrator, Norrsjö folkhögskola (10002) and Norrsjö komvux (10003)',
  rapport10001: 'reporter at 10001, both school services',
  rapport10002: 'reporter at 10002, Studietider och utbildningar only',
  budget0999: 'reporter at Norrsjö kommun (0999), Studiestartsstöd: se budget',
  ny10001: 'new reporter at 10001; the one-time password waits in the demo mailbox',
  utan10001: 'has an account, no permission any more',
}

const table = (rows: readonly (readonly string[])[]): string => {
  const width = Math.max(...rows.map(([first = '']) => first.length))
  return rows.map(([first = '', second = '']) => `  ${first.padEnd(width)}  ${second}`).join('\n')
}
