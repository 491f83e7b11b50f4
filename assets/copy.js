/**
 * Adds to each text that is to be pasted elsewhere a button that copies it. Its words stand on the text's frame
 * (data-copy, data-copied). Where the browser lets no page copy, there is no button: the text is marked by hand.
 */
if (navigator.clipboard) {
  for (const frame of document.querySelectorAll('[data-copy]')) {
    const said = document.createElement('span')
    said.className = 'copyable__said'
    said.setAttribute('role', 'status')

    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button button--secondary copyable__button'
    button.textContent = frame.dataset.copy
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(frame.querySelector('pre').textContent)
      said.textContent = frame.dataset.copied
    })

    frame.append(button, said)
  }
}
