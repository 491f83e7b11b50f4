/**
 * Adds a control to each password field that shows what is typed. Its words stand on the field (data-show,
 * data-hide) and change with what it will do; the field is a password field again when the form is sent, so that
 * no browser remembers it as plain text.
 */
for (const input of document.querySelectorAll('input[data-show]')) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'reveal'
  button.setAttribute('aria-controls', input.id)

  const show = (isShown) => {
    input.type = isShown ? 'text' : 'password'
    button.textContent = isShown ? input.dataset.hide : input.dataset.show
  }

  button.addEventListener('click', () => show(input.type === 'password'))
  input.form?.addEventListener('submit', () => show(false))
  show(false)
  input.after(button)
}
