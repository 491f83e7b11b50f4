// Moves the bar while the page is open, and shows what it came to when all is done. Asking keeps nobody signed in.
const place = document.querySelector('[data-progress]')
const bar = place?.querySelector('progress')
const words = place?.querySelector('output')

const look = async () => {
  try {
    const response = await fetch(place.dataset.progress, { headers: { accept: 'application/json' } })
    // Signed out, or the list is no longer theirs: the page itself tells.
    if (response.redirected || response.status === 403 || response.status === 404) return location.reload()
    if (response.ok) {
      const { done, all, isFinished, told } = await response.json()
      if (isFinished) return location.reload()
      bar.value = done
      bar.max = all
      if (words.textContent !== told) words.textContent = told
    }
  } catch {
    // The network is gone for a while; the next look tells.
  }
  setTimeout(look, 1500)
}

if (bar && words) setTimeout(look, 1000)
