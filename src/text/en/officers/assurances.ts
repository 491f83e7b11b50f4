export const assurances = {
  title: 'Assurances on the handling of permissions',
  register: 'Register a signed assurance',
  search: 'Search for an assurance',
  searchHint: 'Part of the name of the person, school or municipality, or the beginning of the code.',
  searchDo: 'Search',
  stateLabel: 'State',
  anyState: 'Any state',
  found: 'This was found',
  nothingFound: 'No assurance was found.',
  waiting: 'Awaiting a decision',
  nothingWaiting: 'No assurance awaits a decision.',
  decided: 'Decided recently',
  registeredBy: (name: string, day: string) => `Registered by ${name} on ${day}`,
  state: { registered: 'Awaits a decision', approved: 'Approved', rejected: 'Rejected', withdrawn: 'Withdrawn' },
  of: (person: string, organisation: string) => `${person}, ${organisation}`,

  newTitle: 'Register an assurance',
  newPreamble: 'Copy the signed form. Nothing happens until another officer has approved it.',
  organisation: 'School or municipality',
  kind: 'The form is for',
  school: 'A school',
  municipality: 'A municipality',
  code: 'School code or municipality code',
  signatory: { school: 'Head of school', municipality: 'Director' },
  signatoryName: 'Signed by (head of school or director)',
  otherSignatory: 'The one who signs is another person than the one who is appointed',
  notRegistrar: 'The one who signs is another person than I am',
  signatoryIsNot: {
    title: 'The signatory has the same name as somebody else',
    appointed: (officer: string) =>
      `The one who signs and the one who is appointed have the same name. ${officer} has answered that they are two persons.`,
    registrar: (officer: string) =>
      `The one who signs has the same name as ${officer}, who registered the assurance and has answered that they are two persons.`,
    check: 'If you are not sure that it is right, ask the school or municipality before you approve.',
  },
  signedOn: 'Signed on',
  appointed: 'Permission administrator who is appointed',
  personnummer: 'Personal identity number or coordination number',
  givenName: 'Given names',
  familyName: 'Family name',
  email: 'E-mail address',
  street: 'Street',
  postalCode: 'Postal code',
  locality: 'Locality',
  effect: 'Those who are permission administrators there already',
  adds: 'Stay',
  replaces: 'All of them stop when the new one starts',
  'replaces-one': 'One of them stops when the new one starts',
  replaced: 'Who stops, if it is one of them',
  replacedHint: 'The name or the username.',
  scan: 'The signed form as a file',
  scanHint: 'PDF, PNG or JPEG, 10 MB at most.',
  scanAgain: 'PDF, PNG or JPEG, 10 MB at most. Choose the file again: it is not kept when something needs mending.',
  scanLink: 'Get the signed form',
  noScan: 'The form has not been read in.',
  addScan: {
    title: 'Read in the signed form',
    words:
      'Whoever decides needs to see the form. A file that has been read in is not replaced: if it was the wrong one, withdraw the registration and do it anew.',
    label: 'Read in the form',
  },
  ofAssurance: 'What stands on the assurance',
  known: {
    isThere: 'The person has an account with us already.',
    title: 'What happens to the account',
    approval: {
      nobodys:
        'When the assurance is approved, the password of the account is removed, and the account is signed out everywhere. The e-mail address and the postal address become those of the assurance, and the letter with the username goes there. The person gets a mail about why the password does not work.',
      administrators:
        'The account belongs to somebody who is a permission administrator already. The assurance does not change the password or the details.',
      officers: 'The account is or was an officer’s. The assurance does not change the password or the details.',
      'number-changed':
        'The account was appointed permission administrator with another personal identity number. The assurance cannot be approved as long as that appointment holds.',
    },
    otherEmail: (email: string | undefined) =>
      email === undefined
        ? 'The account has another e-mail address than the assurance.'
        : `The account has another e-mail address than the assurance: ${email}.`,
    noEmail: 'The account has no e-mail address.',
    emailStays:
      'It is not changed. Ask the school or municipality which one is right before you approve: the mails about the appointment go to the address of the account.',
  },
  knownLink: 'Show the account',
  otherName: (name: string | undefined) =>
    name === undefined
      ? 'The number belongs to a person with protected identity, who is called something else with us'
      : `The number belongs to somebody called ${name} with us`,
  otherNameTyped: (otherName: string) =>
    `${otherName}. Check the number. If it is the same person, for instance after a change of name, tick that below.`,
  otherNameWords:
    'Compare the number and the name with the signed form. Approve only if it is the same person, for instance after a change of name: that person is the one who gets the appointment. If the number is wrong, withdraw the registration or reject the assurance.',
  samePerson: 'It is the same person, though the name is another',
  lastDay: 'Last day (leave empty if until further notice)',
  save: 'Register',
  wrong: {
    code: 'No open school or municipality has that code. Write it as it stands on the form, with its zeros in front.',
    kind: 'Choose whether the form is for a school or a municipality.',
    effect: 'Choose what happens to those who are permission administrators already.',
    'signatory-missing': 'Write who has signed.',
    'signatory-is-appointed':
      'Nobody who signs can appoint themselves. Ask for a form that somebody else has signed. If they are two people whose names are alike, tick that below.',
    'signed-by-registrar':
      'The one who signs has your name. If you have signed it yourself, ask a colleague to register the assurance. If it is another person, tick that below.',
    'signed-in-the-future': 'The form cannot have been signed after today. Check the date.',
    'signed-before-1990': 'The form cannot have been signed before 1990. Check the date.',
    'last-day-has-passed': 'The last day has passed already. Write a later one, or leave the field empty.',
    replaced: 'None of the permission administrators there has that name or username. Check the spelling.',
    'appointed-already':
      'The person is a permission administrator there already, until the same day. No new assurance is needed. To change the time, write another last day.',
    'scan-too-large':
      'The file is larger than 10 MB. Read the form in again in shades of grey or with a lower resolution.',
    'scan-heic':
      'The file is a picture in the format HEIC, which not everybody can open. Take the picture as JPEG (on an iPhone: Settings > Camera > Formats > Most Compatible), or scan the form as PDF.',
    'scan-tiff':
      'The file is a picture in the format TIFF, which cannot be shown. Save it as PDF or JPEG, or scan the form again as PDF.',
    'scan-unknown':
      'The file is no PDF, PNG or JPEG, whatever it is called, or it is not whole. Read the form in again and save it as PDF.',
    'awaits-already':
      'An assurance for the same person and the same school or municipality awaits a decision already. Search for it among the assurances. If that is the wrong one, withdraw it first.',
    'appoints-themselves':
      'You cannot register an assurance that appoints yourself. Ask a colleague to register it; a third one decides.',
  },

  followed: {
    title: 'What has happened since',
    holds: (from: string) => `The appointment holds from ${from}, until further notice.`,
    holdsUntil: (from: string, to: string) => `The appointment holds from ${from} to ${to}.`,
    over: (day: string) => `The appointment is over. Its last day was ${day}.`,
    replaced: (day: string) => `The appointment ended on ${day}, when a newer assurance replaced it.`,
    ended: (day: string) => `The appointment was ended on ${day} by an officer.`,
    closed: (day: string) => `The appointment ended on ${day}, when the school or municipality was closed.`,
    merged: (day: string) =>
      `The appointment ended on ${day}, when the school or municipality was merged with another.`,
    letter: {
      ordered: (day: string) => `The letter with the username was ordered on ${day} and has not been posted yet.`,
      withheld: (day: string) => `The letter with the username has been withheld since ${day}.`,
      posted: (day: string) => `The letter with the username was posted on ${day}.`,
      returned: (day: string) => `The letter with the username came back on ${day}.`,
    },
    noLetter: 'No letter was needed: the person had been told their username already.',
    mailed: (day: string) => `The one-time password was mailed on ${day}.`,
    notMailed: 'The one-time password has not been mailed yet.',
    hasPassword: 'The person has chosen a password.',
  },
  replacesNamed: (name: string) => `${name} stops when the new one starts`,
  replacedProtected: 'A person with protected identity',
  approveReplacesOne: 'The one who is replaced stops, and gets a mail about it.',

  address: 'Postal address',
  lastDayShown: 'Last day',
  untilFurtherNotice: 'Until further notice',
  decidedBy: (name: string, day: string) => `Decided by ${name} on ${day}`,
  reasonWas: 'Reason',
  approve: 'Approve',
  approveWhat:
    'The person then gets an account if there is none, the letter with the username is ordered, and the appointment starts today.',
  approveReplaces: 'Those who are permission administrators there today stop, and are told by mail.',
  reject: 'Reject',
  reason: 'Why is it rejected?',
  withdraw: 'Withdraw the registration',
  needsAnother: 'You have registered this assurance. Another officer decides.',
  done: {
    scan: 'The form has been read in.',
    registered: 'The assurance is registered and awaits another officer.',
    approved: 'The assurance is approved. The appointment has started.',
    rejected: 'The assurance is rejected.',
    withdrawn: 'The registration is withdrawn.',
  },
  wrongHere: {
    reason: 'Write why, so that the school can mend it.',
    samePerson: 'Tick that it is the same person, or reject the assurance.',
    scan: 'Choose the file with the signed form.',
    'scan-too-large':
      'The file is larger than 10 MB. Read the form in again in shades of grey or with a lower resolution.',
    'scan-heic':
      'The file is a picture in the format HEIC, which not everybody can open. Take the picture as JPEG (on an iPhone: Settings > Camera > Formats > Most Compatible), or scan the form as PDF.',
    'scan-tiff':
      'The file is a picture in the format TIFF, which cannot be shown. Save it as PDF or JPEG, or scan the form again as PDF.',
    'scan-unknown':
      'The file is no PDF, PNG or JPEG, whatever it is called, or it is not whole. Read the form in again and save it as PDF.',
  },
  refused: {
    'scan-missing': 'The signed form must have been read in before the assurance can be approved. Read it in first.',
    'scan-there-already': 'The form has been read in already, and is not replaced.',
    'needs-another-officer':
      'An officer other than the one who registered the assurance, and than the one it appoints, decides.',
    'decided-meanwhile': 'Somebody else has just decided on this assurance. This is what became of it.',
    'number-changed':
      'The account was appointed permission administrator with another personal identity number. Check whose account it is. End that appointment first, or reject the assurance.',
    'account-ended': 'The person’s account has been ended. Open it again first, or reject the assurance.',
    'cannot-start': 'The school or municipality is closed, or the last day has passed. Reject the assurance.',
  },
} as const
