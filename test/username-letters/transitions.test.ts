import test from 'ava'
import { letterOnStage } from './letter-on-stage.js'

type Stage = Awaited<ReturnType<typeof letterOnStage>>

/** How a letter comes to each of its states. */
const states = {
  ordered: async () => undefined,
  withheld: async ({ withhold }) => void (await withhold()),
  posted: async ({ post }) => void (await post()),
  returned: async ({ post, comesBack }) => {
    await post()
    await comesBack()
  },
} as const satisfies Record<string, (stage: Stage) => Promise<void>>

/** What is done to a letter, and whether it was. */
const acts = {
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
} as const satisfies Record<string, (stage: Stage) => Promise<boolean>>

type State = keyof typeof states

/** What each act makes of a letter in each state, as the head of username-letter.ts draws it; nothing where there is no word. */
const table: Readonly<Record<State, Partial<Record<keyof typeof acts, State>>>> = {
  ordered: { 'is printed': 'ordered', 'is posted': 'posted', 'is withheld': 'withheld', 'is forwarded': 'ordered' },
  withheld: { 'is released': 'ordered', 'is forwarded': 'withheld' },
  posted: { 'comes back': 'returned', 'is ordered anew': 'posted' },
  returned: { 'is ordered anew': 'returned' },
}

const isState = (word: string): word is State => Object.hasOwn(states, word)

for (const state of Object.keys(states).filter(isState)) {
  for (const [act, does] of Object.entries(acts)) {
    const becomes = new Map<string, State>(Object.entries(table[state])).get(act)
    const title = becomes === state ? `${act}, and stays so` : `${act}: it is ${becomes}`
    test(
      becomes === undefined ? `a letter that is ${state} never ${act}` : `a letter that is ${state} ${title}`,
      async (t) => {
        const stage = await letterOnStage(t)
        await states[state](stage)
        t.is(await stage.state(), state)
        t.is(await does(stage), becomes !== undefined)
        t.is(await stage.state(), becomes ?? state)
      },
    )
  }
}
