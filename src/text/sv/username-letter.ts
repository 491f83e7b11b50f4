import { agency } from './agency.js'

/** The letter with the username, as it stands on paper. It tells neither number nor password. */
export const usernameLetter = {
  title: 'Ditt användarnamn',
  greeting: (name: string) => `Hej ${name}!`,
  greetingWithoutName: 'Hej!',
  forOrganisation: (organisation: string) =>
    `Du har fått ett konto i Portvakt, så att du kan rapportera för ${organisation}.`,
  forNobody: 'Du har fått ett konto i Portvakt.',
  username: 'Ditt användarnamn',
  hasPassword:
    'Ditt lösenord är det som du har valt, och det fungerar som förut. Har du glömt det väljer du ett nytt i lösenordskiosken:',
  reference: (reference: string) => `Brevets nummer: ${reference}`,
  mail: 'Inom några dagar får du ett mejl med rubriken ”Ditt engångslösenord”.',
  kiosk: 'Gå då till lösenordskiosken:',
  choose:
    'Välj ”Vill du ändra ditt lösenord?”, skriv användarnamnet och engångslösenordet och välj ett eget lösenord. Sedan kan du logga in.',
  personal:
    'Användarnamnet och lösenordet är dina egna. Låna aldrig ut dem. Ingen från oss frågar efter ditt lösenord.',
  questions: `Har du frågor? Fråga behörighetsadministratören på din skola eller i din kommun, eller ring ${agency.telephone.toLowerCase()} på ${agency.number}.`,
} as const
