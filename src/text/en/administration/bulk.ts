import { agency } from '../agency.js'

export const bulk = {
  title: 'Add several users',
  preamble:
    'Write everybody in a list, for example in Excel, and upload it here. You see what becomes of each row before anything is saved.',
  help1:
    'Begin with the template. Write one person in each row, and “yes” under each service that the person is to report in.',
  help2:
    'Nothing is saved when you upload the list. First we show what each row will mean, and what needs to be corrected. Nothing happens until you confirm.',
  help3:
    'For somebody who is known to us, the personal identity number and the services are enough. Other details that you write about them are not used.',
  chooseTitle: 'Which school or municipality is it about?',
  forOrganisation: (name: string) => `You are adding users for ${name}.`,
  nothingToGive: 'There is no service here that you can give permission to. Contact us if that is not right.',

  templateTitle: '1. Get the template and fill it in',
  templateWords:
    'The template has a column for each detail and one for each service. The second sheet tells how to fill it in.',
  templateXlsx: 'Get the template for Excel (xlsx)',
  templateCsv: 'Get the template as a text file (csv)',
  templateName: 'template-several-users',
  uploadTitle: '2. Upload the list',
  file: 'File of users',
  fileHint: 'Excel (xlsx) or a text file (csv), at most 1 MB and 2,000 people.',
  upload: 'Continue and see what it becomes',

  columns: {
    number: 'Personal identity number',
    givenName: 'First name',
    familyName: 'Family name',
    email: 'E-mail',
    street: 'Street',
    postalCode: 'Postal code',
    locality: 'Town',
    country: 'Country',
    from: 'First day',
    to: 'Last day',
    mistakes: 'Mistakes',
  },
  sheetPeople: 'Users',
  sheetHelp: 'How to fill it in',
  columnHelp: {
    heading: 'Column',
    words: 'What you write',
    example: 'Example',
    number: 'Personal identity number or coordination number, ten or twelve digits, with or without a hyphen.',
    givenName: 'Only needed for somebody who is not known to us. Write a hyphen if the person has a family name only.',
    familyName: 'Only needed for somebody who is not known to us. Write a hyphen if the person has a given name only.',
    email: 'The person’s own address at work. The one-time password goes there. Only needed for somebody new.',
    street: 'The letter with the username goes there. Only needed for somebody new.',
    postalCode: 'Five digits in Sweden. Only needed for somebody new.',
    locality: 'Only needed for somebody new.',
    country:
      'Only needed if the address is outside Sweden. Write the name of the country in Swedish or English, or its code.',
    service: 'Write yes if the person is to report here. Otherwise leave it empty.',
    from: 'The first day. Leave it empty if the permission is to hold from today.',
    to: 'The last day. Leave it empty if the permission is to hold until further notice.',
  },
  example: {
    number: '19900101-2385',
    givenName: 'Anna',
    familyName: 'Lind',
    email: 'anna.lind@skolan.example',
    street: 'Skolgatan 1',
    postalCode: '553 18',
    locality: 'Jönköping',
    country: '',
    service: 'yes',
    from: '2026-12-01',
    to: '',
  },

  refused: {
    missing: 'Choose the file that you want to upload.',
    'too-large': 'The file is too large: at most 1 MB and 2,000 people. Copy the list into the template and try again.',
  },
  headings: {
    noNumber:
      'The column Personal identity number is missing. The headings are to stand in the first row, as in the template.',
    noService: (services: string) => `There is no column for any service. The heading can be ${services}.`,
    unknown: (heading: string) =>
      `The column “${heading}” is not in the template. Remove it, or write the heading as in the template.`,
    notTheirs: (heading: string) => `You cannot give permission to “${heading}”. Remove the column.`,
    doubled: (heading: string) => `The column “${heading}” is there more than once. Remove one of them.`,
    noRows: 'The list has headings but no people.',
  },

  wrong: {
    'lost-zeros': 'Zeros in front seem to have been lost. Write the number with twelve digits.',
    themselves: 'This is you, and nobody can give themselves permission.',
    ended: `The person’s account has been closed. Call us on ${agency.number} if the person is to report again.`,
    doubled: (row: string) => `The same person is already in row ${row}.`,
    'no-service': 'No service is chosen. Write yes under at least one service.',
    'no-mark': 'Write yes, or leave it empty.',
    overlaps: (span: string) =>
      `The person has the permission for part of the time (${span}). Change it on the person’s page instead.`,
    'too-wide': 'Something stands outside the columns of the list.',
    'not-offered': 'The service is no longer reported here.',
    'not-theirs': 'You no longer administer this service.',
    'no-such-organisation': 'The school or municipality no longer reports.',
    'no-such-account': 'The person’s account has been closed.',
  },
  newNeedsAll: 'The person is new to us, so all details are needed.',
  oneNameHasDash: 'If the person has only one name, write a hyphen here.',
  overlapFrom: (day: string) => `from ${day}, until further notice`,
  overlapSpan: (day: string, last: string) => `from ${day} to ${last} inclusive`,
  atColumn: (row: string, column: string, wrong: string) => `Row ${row}, column ${column}: ${wrong}`,
  atRow: (row: string, wrong: string) => `Row ${row}: ${wrong}`,

  previewTitle: 'What it will be',
  previewFor: (name: string) => `Users for ${name}. Nothing has been saved yet.`,
  countNew: (count: number) => (count === 1 ? '1 new user' : `${count} new users`),
  countKnown: (count: number) =>
    count === 1 ? '1 who is known to us gets permission' : `${count} who are known to us get permission`,
  countNothing: (count: number) => `${count} already have the permission: nothing changes`,
  countWrong: (count: number) => (count === 1 ? '1 row needs correcting' : `${count} rows need correcting`),
  wrongTitle: (count: number) => (count === 1 ? 'One row needs correcting' : `${count} rows need correcting`),
  wrongWords:
    'Correct the rows in your list and upload it again. Nothing can be saved until every row is right, so that nobody is forgotten.',
  moreMistakes: (count: number) => `… and ${count} more mistakes. Download the list to see all of them.`,
  wrongFile: 'Get the list with the mistakes written out (xlsx)',
  wrongFileName: 'users-to-correct',
  uploadAgain: 'Upload a corrected list',
  rowsTitle: 'All rows',
  row: 'Row',
  who: 'Person',
  what: 'What happens',
  willBe: {
    new: 'New account',
    known: 'Known to us: gets permission',
    nothing: 'Has the permission already: nothing changes',
    wrong: 'Needs correcting',
  },
  detailsUnused: 'What you wrote about the person is not used',
  pages: 'More rows',
  pageOf: (first: string, last: string) => `Rows ${first}–${last}`,
  confirmTitle: 'Is it right?',
  confirmWords:
    'New users get a letter with their username, and some days later a mail with a one-time password. Everybody gets a mail about their permissions.',
  confirm: (count: number) => (count === 1 ? 'Save 1 user' : `Save ${count} users`),
  nothingToDo: 'Everybody in the list has their permissions already. There is nothing to save.',
  throwAway: 'Cancel and throw the list away',
  changedMeanwhile:
    'Something has changed since you saw the list, so it is shown anew. Read it through once more before you save.',

  underWayTitle: 'The users are being added',
  underWayWords: 'You can close the page if you like. The work goes on, and you can come back here.',
  progress: (done: number, all: number) => `${done} of ${all} rows are done`,
  lookAgain: 'See how far it has come',
  doneTitle: 'Done',
  doneWords: 'This is what happened. New users get their letter when we have posted it, usually within a few days.',
  doneCounts: {
    added: (count: number) => (count === 1 ? '1 new user has been added' : `${count} new users have been added`),
    granted: (count: number) =>
      count === 1 ? '1 who was known to us has got permission' : `${count} who were known to us have got permission`,
    nothing: (count: number) => `${count} had the permission already`,
    refused: (count: number) => (count === 1 ? '1 row could not be saved' : `${count} rows could not be saved`),
  },
  refusedTitle: 'Rows that could not be saved',
  refusedWords: 'Something changed after you confirmed. All other rows have been saved.',
  failedRow: (row: string) =>
    `Row ${row}: a technical error of ours kept the row from being saved. Add the person again.`,
  toPeople: 'To the people',
  again: 'Upload another list',
} as const
