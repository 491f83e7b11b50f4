import { agency } from '../agency.js'

export const add = {
  title: 'Add a user',
  stepOf: (step: number, of: number) => `Step ${step} of ${of}`,
  continue: 'Continue',
  back: 'Back',
  cancel: 'Cancel and discard what I have typed',
  forOrganisation: (name: string) => `You are adding a user for ${name}.`,

  organisationTitle: 'Which school or municipality is it for?',
  organisation: 'School or municipality',
  organisationMissing: 'Choose which school or municipality it is for.',

  numberTitle: 'Who do you want to add?',
  numberPreamble:
    'Enter the person’s Swedish personal identity number or coordination number. If the person is already known to us, you need not enter anything else about them.',
  number: 'Personal identity number or coordination number',
  numberHint: 'Ten or twelve digits, for example 19900101-2385. The hyphen may be left out.',
  numberWrong: {
    'their-own': 'This is your own number. Nobody can give permissions to themselves. Ask another administrator.',
    ended: `The person’s account has ended and cannot be given permissions. Call ${agency.number} if the person is going to report again.`,
  },
  coordinationNumber: 'Coordination number',
  personalNumber: 'Personal identity number',
  born: (day: string) => `Born ${day}`,
  bornUnknown: 'The date of birth is not known',
  checkNumber: 'Check that the number is right, digit by digit.',
  changeNumber: 'Change the number',

  personTitle: 'Who is the person?',
  personPreamble:
    'The person is not known to us yet. The details are used for a letter with the username and for mail about the account.',
  givenName: 'Given name',
  familyName: 'Family name',
  email: 'E-mail address',
  emailHint:
    'The person’s own address at work. The one-time password is sent there, so nobody else should be able to read that mail.',
  emailAgain: 'E-mail address once more',
  address: 'Address',
  addressHint: 'The letter with the username is sent there.',
  street: 'Street address or box',
  postalCode: 'Postal code',
  postalCodeHint: 'Five digits in Sweden',
  locality: 'Town',
  addressIsRight: 'Yes, the postal code and the town belong together',
  emailAgainMissing: 'Enter the e-mail address once more.',
  otherLocality: (code: string, locality: string) =>
    `The postal code ${code} belongs to ${locality} in our register. Correct what is wrong, or tick that it is right.`,

  servicesTitle: 'Which permissions shall the person have?',
  servicesPreamble: 'Tick what the person is going to report, and choose from which day.',
  servicesOf: 'Services',
  daysOf: (service: string) => `Days for ${service}`,
  from: 'From',
  to: 'Until and including',
  toHint: 'May be empty: then it is valid until further notice.',
  known: 'The person is already known to us',
  knownWords:
    'The person already has an account. Name, address and e-mail address are there and do not change. You only give permissions for your organisation.',
  knownHere: 'The person already has a permission with you',
  knownHereWords: 'What is valid already is changed on the person’s page.',
  toPerson: 'Open the person’s page',
  holds: (terms: string) => `Held already. ${terms}.`,
  byAgency: 'Given by the agency',
  byAgencyWords: (services: string) => `${services}: given by an officer of the agency. Call ${agency.number}.`,
  nothingToGive: `There is no permission that you can give here. Call ${agency.number}.`,
  servicesMissing: 'Tick at least one service.',
  dayMissing: 'Enter from which day.',
  refused: {
    overlaps:
      'The person already has this permission on those days. Change the days, or change the permission on the person’s page.',
    'to-themselves': 'Nobody can give permissions to themselves.',
    'ends-before-it-starts': 'The last day is before the first.',
    'in-the-past': 'That day has already been. Choose today or a later day.',
    'not-offered': 'There is no such service for this school or municipality.',
    'not-theirs': 'You may not give this permission here any more.',
    'no-such-account': 'The person’s account has ended.',
    'no-such-organisation': 'The school or municipality is closed.',
  },

  summaryTitle: 'Is everything right?',
  summaryPreamble: 'Nothing has been saved yet. Read through it and change what is not right.',
  who: 'The person',
  where: 'School or municipality',
  knownPerson: 'Already known to us',
  name: 'Name',
  permissions: 'Permissions',
  whatHappens: 'What happens when you save',
  save: 'Save',
  changeWhat: {
    organisation: 'Change school or municipality',
    person: 'Change the person’s details',
    services: 'Change permissions',
  },
  next: {
    account: 'The person gets an account with a username of their own.',
    letter: 'We send a letter with the username to the address. It is posted within a few days.',
    password: (days: number) =>
      days === 0
        ? 'When the letter has been posted we send the person a mail with a one-time password.'
        : `${days === 1 ? 'One day' : `${days} days`} after the letter has been posted we send the person a mail with a one-time password.`,
    kiosk:
      'With the username and the one-time password the person chooses a password of their own in the password kiosk, and can then sign in.',
    mail: 'The person gets a mail about the new permission at once.',
    signIn: 'The person signs in with the same username and password as before.',
    administrators: 'All administrators of the school or municipality get a mail about what you have done.',
  },

  doneTitle: 'The user has been added',
  doneKnownTitle: 'The permission has been given',
  doneNew: (name: string) => `${name} has got an account and permissions.`,
  doneNewUnnamed: 'The person has got an account and permissions.',
  doneKnown:
    'The person was already known to us and has got permissions with you. Nothing else about the person has changed.',
  nowNext: 'What happens now',
  another: 'Add another',

  help: [
    'Here you add a person who is going to report for your school or municipality. It takes a couple of minutes.',
    'You need the person’s personal identity number or coordination number, name, e-mail address and postal address. If the person is already known to us the number is enough.',
    'Nothing is saved until you press Save on the last page. You can go back and change things. What you have typed is kept for a day and seen by you alone.',
    'The username goes by letter and the one-time password by mail, so that nobody else can get hold of both. You can never see the person’s password.',
  ],
} as const
