import { accessibility } from './accessibility.js'
import { handbook } from './handbook.js'

export const start = {
  title: 'Inloggning för skolor och kommuner',
  preamble: 'Här loggar du in till e-tjänsterna där du rapporterar, och här sköter du ditt lösenord.',
  signIn: 'Logga in och sköt ditt lösenord',
  signInTo: (service: string) => `Logga in till ${service}`,
  signInWords: 'Med ditt användarnamn och ditt lösenord.',
  toolsTitle: 'För skolor, kommuner och myndigheten',
  permissionsName: 'Behörigheter',
  permissionsWords: 'För behörighetsadministratörer: lägg till användare, ge och avsluta behörigheter.',
  deskName: 'Handläggning',
  deskWords: 'För myndighetens handläggare.',
  ownAccountWords: 'Se dina behörigheter, vem som administrerar dem och var du är inloggad.',
  noServices: 'Det finns inga e-tjänster att logga in till än.',
  kioskWords: 'Välj lösenord första gången, ändra det eller skaffa ett nytt om du har glömt det.',
  help: 'Hjälp',
  handbookWords: 'Steg för steg: första inloggningen, lösenord, spärrad inloggning och vem du frågar.',
  accessibilityWords: 'Hur tjänsten går att använda för alla, och hur du säger till om något hindrar dig.',
  demo: 'I den här demonstrationen',
  mailbox: 'Demobrevlåda',
  mailboxWords: 'Alla mejl som tjänsten har skickat, med engångslösenorden i.',
  handbook,
  accessibility,
} as const
