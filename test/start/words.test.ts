import test from 'ava'
import { languages, textIn } from '../../src/text/text.js'

for (const language of languages) {
  test(`the handbook calls every link and button by the name that it has (${language})`, (t) => {
    const { kiosk, mail, start } = textIn(language)
    const { firstTime, change, forgotten } = start.handbook
    const first = [firstTime.words, ...firstTime.steps].join(' ')
    for (const name of [kiosk.changeLink, kiosk.continue, kiosk.change]) t.true(first.includes(name), name)
    t.true(first.includes(mail.initialSubject), mail.initialSubject)
    for (const name of [kiosk.changeLink, kiosk.continue, kiosk.change]) t.true(change.steps.join(' ').includes(name))
    for (const name of [kiosk.forgotLink, kiosk.continue, kiosk.change])
      t.true(forgotten.steps.join(' ').includes(name))
  })
}
