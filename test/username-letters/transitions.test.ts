import test from 'ava'
import { letterFixture } from './letter-fixture.js'

type Fixture = Awaited<ReturnType<typeof letterFixture>>

/** How a letter comes to each of its states. */
const states = {
  ordered: async () => undefined,
  withheld: async ({ withhold }) => void (await withhold()),
  posted: async ({ post }) => void (await post()),
  returned: async ({ post, comesBack }) => {
    await post()
    await comesBack()
  },
} as const satisfies Record<string, (fixture: Fixture) => Promise<void>>

/** What is done to a letter, and whether it was. */
const actions = {
  'is printed': async ({ print }) => (await print()).length === 1,
  'is posted': async ({ post }) => (await post()) === 1,
  'is withheld': async ({ withhold }) => (await withhold()) === 'done',
  'is released': async ({ release }) => (await release()) === 'done',
  'comes back': async ({ comesBack }) => (await comesBack()) === 'done',
  'is ordered anew': async ({ anew }) => (await anew()).kind === 'ordered',
  'is forwarded': async ({ protect, forward }) => {
    await protect()
    return (await forward()) === 'done'
  },
} as const satisfies Record<string, (fixture: Fixture) => Promise<boolean>>

type State = keyof typeof states

/** What each act makes of a letter in each state, as the head of username-letter.ts draws it; nothing where there is no word. */
const table: Readonly<Record<State, Partial<Record<keyof typeof actions, State>>>> = {
  ordered: { 'is printed': 'ordered', 'is posted': 'posted', 'is withheld': 'withheld', 'is forwarded': 'ordered' },
  withheld: { 'is released': 'ordered', 'is forwarded': 'withheld' },
  posted: { 'comes back': 'returned', 'is ordered anew': 'posted' },
  returned: { 'is ordered anew': 'returned' },
}

const isState = (word: string): word is State => Object.hasOwn(states, word)

for (const state of Object.keys(states).filter(isState)) {
  for (const [act, does] of Object.entries(actions)) {
    const becomes = new Map<string, State>(Object.entries(table[state])).get(act)
    const title = becomes === state ? `${act}, and stays so` : `${act}: it is ${becomes}`
    test(
      becomes === undefined ? `a letter that is ${state} never ${act}` : `a letter that is ${state} ${title}`,
      async (t) => {
        const fixture = await letterFixture(t)
        await states[state](fixture)
        t.is(await fixture.state(), state)
        t.is(await does(fixture), becomes !== undefined)
        t.is(await fixture.state(), becomes ?? state)
      },
    )
  }
}
