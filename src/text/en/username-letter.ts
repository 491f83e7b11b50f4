import { agency } from './agency.js'

/** The letter with the username, as it stands on paper. It tells neither number nor password. */
export const usernameLetter = {
  title: 'Your username',
  greeting: (name: string) => `Dear ${name},`,
  greetingWithoutName: 'Hello!',
  forOrganisation: (organisation: string) =>
    `You have got an account in Portvakt, so that you can report for ${organisation}.`,
  forNobody: 'You have got an account in Portvakt.',
  username: 'Your username',
  hasPassword:
    'Your password is the one that you have chosen, and it works as before. If you have forgotten it, choose a new one in the password kiosk:',
  reference: (reference: string) => `Number of this letter: ${reference}`,
  mail: 'Within a few days you will get a mail with the subject “Your one-time password”.',
  kiosk: 'Then go to the password kiosk:',
  choose:
    'Choose “Do you want to change your password?”, enter the username and the one-time password, and choose a password of your own. Then you can sign in.',
  personal:
    'The username and the password are your own. Never lend them to anybody. Nobody from us asks for your password.',
  questions: `Any questions? Ask the administrator at your school or in your municipality, or call ${agency.number}.`,
} as const
