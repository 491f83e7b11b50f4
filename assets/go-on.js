/**
 * On a page that asks somebody to sign in: when they have signed in meanwhile, in another window, the page would lead
 * on, and does so by itself as soon as they are back at it. It asks no question but for its own address.
 */
const here = `${location.pathname}${location.search}`.replace(/[?&]svar=[\w-]+/, '')
let isAsking = false

addEventListener('focus', look)
addEventListener('online', look)
document.addEventListener('visibilitychange', look)
addEventListener('pageshow', ({ persisted }) => persisted && look())
new BroadcastChannel('portvakt-session').addEventListener('message', ({ data }) => data !== 'ended' && look())

async function look() {
  if (isAsking || document.visibilityState === 'hidden') return
  isAsking = true
  try {
    const { type } = await fetch(here, { redirect: 'manual', cache: 'no-store', signal: AbortSignal.timeout(10_000) })
    if (type === 'opaqueredirect') location.replace(here)
  } catch {
    // It is looked for again when they are back the next time.
  } finally {
    isAsking = false
  }
}
