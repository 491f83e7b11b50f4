/** Mails that were given up. Each kind of mail (src/delivery/mail-job.ts) by what it is about. */
export const undelivered = {
  title: 'Mejl som inte kom fram',
  preamble:
    'Ett mejl läggs här när mottagarens e-postserver har sagt nej, eller inte har svarat på ett dygn. Rätta adressen först, om den är fel.',
  none: 'Alla mejl har kommit fram.',
  what: (kind: string, name: string) => `${kind} till ${name}`,
  unknown: 'okänd mottagare',
  why: (reason: string, tries: string) =>
    reason === 'interrupted'
      ? `Sändningen avbröts. Det är okänt om mejlet kom fram. Antal försök: ${tries}.`
      : `Svar från e-postservern: ${reason}. Antal försök: ${tries}.`,
  again: 'Skicka igen',
  dismiss: 'Ta bort ur listan',
  done: {
    skickat: 'Mejlet skickas igen.',
    borttaget: 'Mejlet är borttaget ur listan.',
    redan: 'Mejlet låg inte kvar i listan. Någon annan har redan tagit hand om det.',
  },
  kinds: {
    'one-time-password': 'Engångslösenord',
    'one-time-password-reminder': 'Påminnelse om engångslösenord',
    'password-changed': 'Besked om nytt lösenord',
    'account-locked': 'Besked om spärrad inloggning',
    'session-limit': 'Besked om avslutad inloggning',
    'appointment-started': 'Besked om nytt uppdrag',
    'appointment-ended': 'Besked om avslutat uppdrag',
    'permissions-changed': 'Besked om ändrade behörigheter',
    'permission-asked-for': 'Förfrågan om behörighet',
    'permission-declined': 'Besked om nekad behörighet',
    'email-changed': 'Besked om ny e-postadress',
    'organisation-ended': 'Besked om att en skola eller kommun har upphört',
    'account-ended': 'Besked om avslutat konto',
    'account-reopened': 'Besked om öppnat konto',
    'access-reset': 'Besked om borttaget lösenord',
    'accounts-merged': 'Besked om sammanslagna konton',
    'ending-decided': 'Svar på begäran om att avsluta ett konto',
    unknown: 'Mejl',
  },
} as const
