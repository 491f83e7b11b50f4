/**
 * Advice while a password is typed: what would make it better, in words and as a meter. The rules are the server's;
 * this asks it when the typing rests, and shows its answer. Without an answer it shows nothing, and once the password is
 * sent it asks no more.
 */
const restMilliseconds = 400

for (const place of document.querySelectorAll('[data-advice-url]')) {
  const input = document.getElementById(place.dataset.adviceFor ?? '')
  if (input instanceof HTMLInputElement) advise(place, input)
}

function advise(place, input) {
  const meter = addMeter(place)
  const words = addWords(place)
  let asking = new AbortController()
  let resting

  const ask = async () => {
    asking.abort()
    const mine = (asking = new AbortController())
    const answer = await adviceOn(place.dataset.adviceUrl, input, mine.signal).catch(() => undefined)
    if (!mine.signal.aborted) show(meter, words, answer)
  }

  input.addEventListener('input', () => {
    forgetMistake(input)
    clearTimeout(resting)
    resting = setTimeout(ask, restMilliseconds)
  })

  input.form?.addEventListener('submit', () => {
    clearTimeout(resting)
    asking.abort()
  })
}

/** Undefined when there is nothing to advise on, or the server has no advice to give just now. */
async function adviceOn(url, input, signal) {
  if (input.value === '') return undefined
  const token = input.form?.elements.namedItem('token')?.value ?? ''
  const body = new URLSearchParams({ token, [input.name]: input.value })
  const response = await fetch(url, { method: 'POST', body, signal, headers: { accept: 'application/json' } })
  return response.ok ? await response.json() : undefined
}

/** What was wrong with the password before this one says nothing of this one. */
function forgetMistake(input) {
  document.getElementById(`${input.id}-error`)?.remove()
  input.removeAttribute('aria-invalid')
  input.closest('.text-field--error')?.classList.remove('text-field--error')
}

function show(meter, words, answer) {
  meter.hidden = answer === undefined
  meter.dataset.strength = String(answer?.strength ?? 0)
  words.dataset.good = String(answer?.isGood ?? false)
  words.replaceChildren(...(answer?.advice ?? []).map(paragraph))
}

function addMeter(place) {
  const meter = document.createElement('div')
  meter.className = 'advice__meter'
  meter.setAttribute('aria-hidden', 'true')
  meter.hidden = true
  meter.append(...Array.from({ length: 4 }, () => document.createElement('span')))
  place.append(meter)
  return meter
}

/** Read aloud when it changes, after what is being read. */
function addWords(place) {
  const words = document.createElement('div')
  words.className = 'advice__words'
  words.setAttribute('aria-live', 'polite')
  place.classList.add('advice')
  place.append(words)
  return words
}

function paragraph(text) {
  const element = document.createElement('p')
  element.textContent = text
  return element
}
