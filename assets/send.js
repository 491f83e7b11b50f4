/** For a page whose first form says all there is to say: it is sent as soon as it is there. */
document.querySelector('main form')?.requestSubmit()
