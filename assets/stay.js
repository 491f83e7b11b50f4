/**
 * Says before a session ends, and keeps it when the reader wants to stay.
 *
 * The server decides: nothing is shown and nobody is sent away before it has been asked. A timer may be late, in a
 * window behind others or in a computer that slept, so nothing is counted by ticks: what is left is reckoned from the
 * last answer and from the clocks, and every tick only looks. Asking how long is left keeps no session alive.
 */
const place = document.getElementById('stay')
const dialogs = [...place.querySelectorAll('dialog')]
const said = place.querySelector('[data-part=said]')
const channel = new BroadcastChannel('portvakt-session')
const title = document.title
const leaving = 'portvakt-leaving'

/** How old, in seconds, the last answer may be before the server is asked again. */
const patience = { calm: 300, warned: 15, warning: 2, over: 1, trouble: 5 }

/** What the server said last: the seconds that were left, and when that was, by both clocks. */
let told
/** When it was last asked, by both clocks. */
let askedAt = clocks()
/** 'network' or 'server' when it could not be asked, and how many times in a row. */
let trouble
let failures = 0
/** How many times in a row the answer has gone against the page that the server itself gave. */
let contradictions = 0
/** What the reader has closed: it is not shown again before it matters more. */
let closed
let announced
let asking = 0
let isAsking = false
let timer

place.addEventListener('click', ({ target }) => act(target.closest('[data-act]')))
for (const dialog of dialogs) {
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault()
    act(dialog.querySelector('[data-act]'))
  })
}
channel.addEventListener('message', ({ data }) => {
  if (data === 'ended') return void ask()
  hear(data)
  look()
})
for (const event of ['focus', 'pageshow', 'online', 'offline']) addEventListener(event, wake)
document.addEventListener('visibilitychange', wake)
void ask()

function act(button) {
  if (button?.dataset.act === 'stay') return void ask({ isActivity: true })
  if (button?.dataset.act !== 'close') return
  closed = `${button.closest('dialog').dataset.kind} ${phaseOf(reckon())}`
  look()
}

/** The reader is back, or the computer is: much may have happened. */
function wake({ type }) {
  if (type === 'offline' || type === 'online' || secondsSince(askedAt) > 10) void ask()
  else look()
}

async function ask({ isActivity = false } = {}) {
  if (isAsking && !isActivity) return
  const mine = (asking += 1)
  isAsking = true
  askedAt = clocks()
  const answer = await answerTo(isActivity)
  // Somebody who wanted to stay asked meanwhile, and that answer is newer.
  if (mine !== asking) return
  isAsking = false
  if (answer === 'ended') return void (leave() || look())
  if (answer === 'network' || answer === 'server') fail(answer)
  else {
    hear(answer)
    channel.postMessage(answer)
  }
  look()
}

/** How long is left; or that it has ended, or why that cannot be told. */
async function answerTo(isActivity) {
  const post = { method: 'POST', body: new URLSearchParams({ token: place.dataset.token }) }
  try {
    const response = await fetch(isActivity ? '/konto/stanna-kvar' : '/konto/tid-kvar', {
      ...(isActivity && post),
      cache: 'no-store',
      redirect: 'manual',
      signal: AbortSignal.timeout(10_000),
    })
    // Led away: to sign in, which the other question tells, or by a network that wants something first.
    if (response.type === 'opaqueredirect') return isActivity ? await answerTo(false) : 'network'
    if (response.status === 401) return 'ended'
    if (!response.ok) return 'server'
    return { ...(await response.json()), at: clocks().wall }
  } catch {
    return 'network'
  }
}

/** From the server, or from another window of this browser that asked it. */
function hear(answer) {
  if (answer.session !== place.dataset.session) return void leave()
  forgetLeaving()
  const { wall, steady } = clocks()
  // A window that was frozen hears late: the time since it was said is gone.
  const since = Math.max(0, wall - answer.at)
  told = { ...answer, heard: { wall: wall - since, steady: steady - since } }
  askedAt = clocks()
  if (trouble) closed = undefined
  trouble = undefined
  failures = 0
  contradictions = 0
}

function fail(why) {
  failures += 1
  if (why !== trouble) closed = undefined
  trouble = why
}

function look() {
  clearTimeout(timer)
  const left = reckon()
  const isWarned = dialogs.some(({ open }) => open)
  if (secondsSince(askedAt) >= patience[moodOf(left, isWarned)] * 2 ** Math.min(contradictions, 6)) void ask()
  // A warning waits for the answer, since somebody may have been busy in another window; one that stands counts on.
  if (isWarned || !isAsking) show(kindOf(left), left)
  const next = left.isDue || trouble ? 1 : Math.min(30, left.seconds - left.warning)
  timer = setTimeout(look, Math.max(0.2, next) * 1000)
}

function moodOf(left, isWarned) {
  if (trouble) return 'trouble'
  const phase = phaseOf(left)
  if (phase === 'over' || phase === 'calm') return phase
  return isWarned ? 'warned' : 'warning'
}

function phaseOf({ seconds, isDue }) {
  if (seconds <= 0) return 'over'
  if (isDue) return seconds <= 60 ? 'last' : 'due'
  return 'calm'
}

/** What is left by now. Nothing is known before the first answer. */
function reckon() {
  if (told === undefined) return { seconds: Infinity, warning: 0, isDue: false }
  const gone = secondsSince(told.heard)
  const { idle, absolute, warning } = told
  const seconds = Math.min(idle, absolute) - gone
  return { seconds, warning, isDue: seconds <= warning, isFixed: absolute <= idle }
}

/** Which dialog is called for, if any. */
function kindOf(left) {
  // One failure may be a lift or a tunnel; it matters when the time is short or the browser is sure.
  const isTrouble = trouble && (failures > 1 || contradictions > 0 || left.isDue || !navigator.onLine)
  const warning = left.isFixed ? 'absolute' : 'idle'
  const kind = isTrouble ? trouble : left.isDue ? warning : undefined
  return closed === `${kind} ${phaseOf(left)}` ? undefined : kind
}

function show(kind, left) {
  for (const dialog of dialogs) if (dialog.open && dialog.dataset.kind !== kind) dialog.close()
  const dialog = dialogs.find((one) => one.dataset.kind === kind)
  document.title = dialog ? `${dialog.querySelector('h2').textContent} – ${title}` : title
  if (dialog === undefined) return void (announced = undefined)
  count(dialog, left)
  if (!dialog.open) dialog.showModal()
}

function count(dialog, { seconds, isDue }) {
  const isOver = seconds <= 0
  const time = dialog.querySelector('[data-part=time]')
  dialog.querySelector('[data-part=left]').textContent = inWords(seconds)
  time.hidden = !isDue || isOver
  // What stood on the page is not for whoever comes by now.
  dialog.toggleAttribute('data-over', isOver)
  const over = dialog.querySelector('[data-part=over]')
  if (over) over.hidden = !isOver
  for (const button of dialog.querySelectorAll('.button--secondary[data-act=close]')) button.hidden = isOver
  announce(seconds, time)
}

/**
 * Read aloud each minute, and with half a minute and ten seconds left; what is said at first the dialog says. Nothing is
 * read twice when an answer that comes late gives a second back.
 */
function announce(seconds, time) {
  const mark = seconds > 30 ? Math.ceil(seconds / 60) : seconds > 10 ? 0.5 : 0
  if (mark < announced && !time.hidden) said.textContent = time.textContent
  announced = Math.min(announced ?? mark, mark)
}

/** `4 minuter och 5 sekunder`, in the language of the page; the browser knows the words. */
function inWords(seconds) {
  const whole = Math.max(0, Math.ceil(seconds))
  const { lang } = document.documentElement
  const parts = [
    [Math.floor(whole / 60), 'minute'],
    [whole % 60, 'second'],
  ].filter(([amount, unit]) => amount > 0 || (unit === 'second' && whole === 0))
  const words = parts.map(([amount, unit]) =>
    new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long' }).format(amount),
  )
  return new Intl.ListFormat(lang, { type: 'conjunction' }).format(words)
}

/**
 * To the page that says so, and from there back to this one; to the tool's first page where this answers a form. Once
 * for a session: whoever is led back to a page of the same session has two answers to one question, and is told that
 * something is wrong instead of being sent round.
 */
function leave() {
  if (hasLeft()) {
    contradictions += 1
    fail('server')
    return false
  }
  rememberLeaving()
  const { seconds, isFixed } = reckon()
  const reason = seconds > 1 ? 'avslutad' : isFixed ? 'tid' : 'inaktiv'
  const { pathname, search } = location
  const till = place.dataset.answer === undefined ? `${pathname}${search}` : `/${pathname.split('/')[1]}`
  clearTimeout(timer)
  location.replace(`/konto/utloggad?${new URLSearchParams({ orsak: reason, till })}`)
  return true
}

/** In this window only. Where nothing can be kept it is as if this page had been left before: nobody goes round. */
function hasLeft() {
  try {
    return sessionStorage.getItem(leaving) === place.dataset.session
  } catch {
    return true
  }
}

function rememberLeaving() {
  sessionStorage.setItem(leaving, place.dataset.session)
}

function forgetLeaving() {
  try {
    if (hasLeft()) sessionStorage.removeItem(leaving)
  } catch {
    // Nothing was kept.
  }
}

/** The wall clock goes on while the computer sleeps, but can be set; the steady one is the other way round. */
function clocks() {
  return { wall: Date.now(), steady: performance.now() }
}

/** The longer of the two, so that nobody is told too late. */
function secondsSince({ wall, steady }) {
  const now = clocks()
  return Math.max(now.wall - wall, now.steady - steady) / 1000
}
