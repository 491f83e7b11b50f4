import { countryNames } from '../country.js'

export const common = {
  productName: 'Portvakt',
  tagline: 'Inloggning och behörigheter för skolor',
  error: 'Fel',
  skipToContent: 'Till innehållet',
  otherLanguage: 'In English',
  country: countryNames('sv'),
  countryLabel: 'Land',
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
  hasOneName: 'Personen har bara ett namn: det andra fältet lämnas tomt',
  whatIsWrong: 'Något behöver rättas',
  quoted: (value: string) => `”${value}”`,
  messageCode: (code: string) => `Meddelandekod: ${code}`,
  clock: (hours: string, minutes: string) => `kl. ${hours}.${minutes}`,
} as const
