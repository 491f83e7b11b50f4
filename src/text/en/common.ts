import { countryNames } from '../country.js'

export const common = {
  productName: 'Portvakt',
  tagline: 'Sign-in and permissions for schools',
  error: 'Error',
  skipToContent: 'Skip to content',
  otherLanguage: 'På svenska',
  country: countryNames('en'),
  countryLabel: 'Country',
  languageSwitch: 'Language',
  toStart: 'Go to the start page',
  accessibility: 'Accessibility',
  passwordKiosk: 'Password kiosk',
  footerLinks: 'About the service',
  handbook: 'Handbook',
  contact: 'Contact',
  pager: {
    page: (page: string, last: string) => `Page ${page} of ${last}`,
    previous: 'Previous',
    next: 'Next',
  },
  hasOneName: 'The person has only one name: the other field is left empty',
  whatIsWrong: 'There is a problem',
  quoted: (value: string) => `“${value}”`,
  messageCode: (code: string) => `Message code: ${code}`,
  clock: (hours: string, minutes: string) => `${hours}:${minutes}`,
} as const
