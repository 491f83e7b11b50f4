/** Values that cannot be kept as they are: one sentence for each mistake, in every form and for every row of a file. */
export const mistakes = {
  missing: {
    number: 'Enter the personal identity number or coordination number.',
    givenName: 'Enter the given name.',
    familyName: 'Enter the family name.',
    fullName: 'Enter the name.',
    organisationName: 'Enter the name.',
    email: 'Enter the e-mail address.',
    street: 'Enter the street address or box.',
    postalCode: 'Enter the postal code.',
    locality: 'Enter the town.',
    country: 'Choose the country.',
  },
  number: {
    'not-digits': 'Enter the number with ten or twelve digits, for example 19900101-2385.',
    'of-an-organisation': 'This looks like an organisation number. Enter the number of the person who is meant.',
    'no-such-day': 'There is no such date as the one in the number. Check the first digits.',
    'not-born-yet': 'The date in the number has not come yet. Check the year.',
    'wrong-check-digit':
      'A digit is wrong: the check digit does not match. Compare with the number you were given, digit by digit.',
  },
  code: 'The code must be four to eight digits. Keep the leading zeros.',
  'too-long': (characters: string) => `The text is longer than ${characters} characters. Shorten it.`,
  unreadable: (character: string) =>
    `There are characters here that cannot be printed on a letter: ${character}. Write it with ordinary letters.`,
  'web-address': 'This looks like a web or e-mail address. Type the name only.',
  'no-name': 'There is no letter in this. Check that it stands in the right place.',
  'needs-tick': 'If the person has only one name, tick the box that says so.',
  'two-names':
    'The box says that the person has only one name, but two are written. Untick the box or remove one of the names.',
  'neither-name': 'Write the name that the person has, as given name or as family name.',
  'no-email': 'The e-mail address cannot be used. Write it as name@example.se, one single address.',
  'email-differs': 'The addresses are not the same. Compare them and correct the one that is wrong.',
  'no-postal-code': 'A Swedish postal code has five digits and does not begin with zero, for example 553 22.',
  'no-postal-code-abroad':
    'A postal code in another country has two to ten letters and digits, for example 10115 or SW1A 1AA.',
  'no-country':
    'This country is not recognised. Write its name in Swedish or English, or the country code of two letters.',
  'no-date': 'Enter a date that exists, for example 2026-12-01.',
  'in-the-past': 'That day has already been. Choose today or a later day.',
  'too-far': 'That day is more than twenty years ahead. Check the year.',
  'ends-before-it-starts': 'The last day is before the first.',
} as const
