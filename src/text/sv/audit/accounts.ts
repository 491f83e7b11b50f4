import type { Told } from '../../told.js'

/** What the agency does about accounts. */
export const accountKinds = {
  'accounts-searched': {
    name: 'Sökning bland konton',
    tells: ({ who }: Told) => `${who} sökte bland alla konton.`,
  },
  'account-shown': {
    name: 'Läst konto',
    tells: ({ who, whom }: Told) => `${who} läste kontosidan för ${whom}.`,
  },
  'protected-details-shown': {
    name: 'Visade skyddade uppgifter',
    tells: ({ who, whom }: Told) => `${who} tittade på de skyddade uppgifterna om ${whom}.`,
  },
  'account-unlocked': {
    name: 'Upplåst inloggning',
    tells: ({ who, whom }: Told) => `${who} låste upp inloggningen för ${whom}.`,
  },
  'account-ended': {
    name: 'Avslutat konto',
    tells: ({ who, whom }: Told) => `${who} avslutade kontot för ${whom}.`,
  },
  'account-reopened': {
    name: 'Öppnat konto',
    tells: ({ who, whom }: Told) => `${who} öppnade kontot för ${whom} igen.`,
  },
  'access-reset': {
    name: 'Borttaget lösenord',
    tells: ({ whom, organisation, says, count }: Told) =>
      says('why', 'assurance')
        ? `Lösenordet för ${whom} togs bort när en försäkran från ${organisation} godkändes. Avslutade inloggningar: ${count('sessions')}.`
        : `Lösenordet för ${whom} togs bort när kontot blev en handläggares. Avslutade inloggningar: ${count('sessions')}.`,
  },
  'account-ending-decided': {
    name: 'Besvarad begäran om avslut',
    tells: ({ who, whom, says }: Told) =>
      says('decision', 'ended')
        ? `${who} avslutade kontot för ${whom} på en administratörs begäran.`
        : `${who} avslog en begäran om att kontot för ${whom} skulle avslutas.`,
  },
  'identity-protected': {
    name: 'Skydd av personuppgifter',
    tells: ({ who, whom }: Told) => `${who} markerade att ${whom} har skyddade personuppgifter.`,
  },
  'identity-unprotected': {
    name: 'Borttaget skydd av personuppgifter',
    tells: ({ who, whom }: Told) => `${who} tog bort markeringen om skyddade personuppgifter för ${whom}.`,
  },
  'number-changed': {
    name: 'Nytt personnummer',
    tells: ({ who, whom }: Told) => `${who} ändrade personnumret för ${whom}.`,
  },
  'accounts-merged': {
    name: 'Sammanslagna konton',
    tells: ({ who, whom }: Told) => `${who} slog ihop två konton för ${whom}.`,
  },
  'officer-ended': {
    name: 'Handläggare som slutat',
    tells: ({ who, whom }: Told) => `${who} avslutade handläggarrollen för ${whom}.`,
  },
} as const
