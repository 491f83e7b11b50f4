export const common = {
  productName: 'Portvakt',
  tagline: 'Inloggning och behörigheter för skolor',
  error: 'Fel',
  skipToContent: 'Till innehållet',
  otherLanguage: 'In English',
  languageSwitch: 'Språk',
  toStart: 'Till startsidan',
  accessibility: 'Tillgänglighet',
  passwordKiosk: 'Lösenordskiosk',
  footerLinks: 'Om tjänsten',
  handbook: 'Handbok',
  contact: 'Kontakt',
  pager: {
    page: (page: string, last: string) => `Sida ${page} av ${last}`,
    previous: 'Föregående',
    next: 'Nästa',
  },
  unreadable: (character: string) =>
    `Det finns tecken här som inte går att skriva ut på ett brev: ${character}. Skriv om det med vanliga bokstäver.`,
  whatIsWrong: 'Något behöver rättas',
  messageCode: (code: string) => `Meddelandekod: ${code}`,
  clock: (hours: string, minutes: string) => `kl. ${hours}.${minutes}`,
} as const
