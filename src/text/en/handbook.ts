export const handbook = {
  title: 'Handbook for Identity Manager',
  preamble:
    'How to sign in, look after your password and administer permissions in Portvakt, which does what Identity Manager and the password kiosk have done. Everything can be done on a phone, a tablet and a computer.',
  contents: 'On this page',
  firstTime: {
    title: 'The first time you sign in',
    words:
      'When your school or municipality has given you a permission, you get your username in a letter. A few days later you get an email with the subject “Your one-time password”. It does one thing only: it lets you choose a password of your own.',
    steps: [
      'Have the letter with the username and the email with the one-time password at hand.',
      'Open the password kiosk and choose “Do you want to change your password?”',
      'Enter the username and the one-time password and choose “Continue”. Spaces, hyphens and upper or lower case do not matter in the one-time password.',
      'Enter a password of your own and choose “Change password”.',
      'Done. You can now sign in with the username and your new password.',
    ],
    lifetime: (days: number) =>
      `The one-time password is valid for ${days} days. If it has expired, ask the permission administrator at your school or municipality to have a new one sent.`,
  },
  signIn: {
    title: 'Sign in',
    words:
      'You start in a service, for example My services, and are sent here to sign in. Then you are back in the service, where you see only what you have permission for.',
    idle: (minutes: number, hours: number) =>
      `You are signed out when you have been inactive for ${minutes} minutes, and after ${hours} hours at the latest. Some time before, the page asks if you want to stay.`,
    privileged: (minutes: number, hours: number) =>
      `For permission administrators it is ${minutes} minutes and ${hours} hours.`,
    signOut: 'Sign out when you are done, especially if others use the same computer.',
  },
  account: {
    title: 'Your account',
    words:
      'The page Your account shows which permissions you have, at which school and from and to when, and who is the permission administrator there. You can also choose the language of the mails to you.',
    sessions:
      'It also shows where you are signed in. If there is something that you do not recognise, you can sign out in one place at a time or everywhere.',
    open: 'Open your account',
  },
  change: {
    title: 'Change your password',
    steps: [
      'Open the password kiosk and choose “Do you want to change your password?”',
      'Enter the username and your current password and choose “Continue”.',
      'Enter the new password and choose “Change password”.',
    ],
    after: 'You are signed out everywhere, and get an email that confirms the change.',
  },
  goodPassword: {
    title: 'A good password',
    words: (characters: number) =>
      `The password must have at least ${characters} characters. The easiest is three or four words that do not belong together, with spaces between if you like. You do not need to mix in digits or symbols.`,
    advice: [
      'Do not use your name, your username or the name of the school.',
      'Do not use the same password anywhere else.',
      'Feel free to keep it in a password manager. Pasting works.',
    ],
  },
  forgotten: {
    title: 'Forgotten password',
    steps: [
      'Open the password kiosk and choose “Have you forgotten your password, or does it not work?”',
      'Enter your username and choose “Continue”. If the username exists, a one-time password is sent to the email address that we have.',
      'Enter the one-time password on the same device, in the same browser.',
      'Enter a new password and choose “Change password”.',
    ],
    lifetime: (minutes: number) =>
      `The one-time password is valid for ${minutes} minutes. If you order a new one, the old one stops working.`,
    noMail:
      'No email? Look in your junk folder and check that the username is right. If you have changed your email address, ask the permission administrator at your school or municipality for help.',
  },
  locked: {
    title: 'Locked sign-in',
    words: (failures: number, minutes: number) =>
      `After more than ${failures} wrong attempts, sign-in is locked for ${minutes} minutes. The page shows when it opens again. Attempts in the meantime do not prolong the lock.`,
    way: 'If you do not want to wait, get a new password in the password kiosk. Once it has been changed, the lock is gone.',
  },
  forgottenUsername: {
    title: 'Forgotten username',
    words:
      'For security reasons we do not send out usernames. Contact the permission administrator at your school or municipality, who can see which username you have.',
  },
  noPermission: {
    title: 'No permission?',
    words:
      'It is the permission administrator at your school or municipality who gives and takes away permissions. A permission is personal and must never be lent.',
  },
  safety: {
    title: 'How to know that it is us',
    words:
      'We never ask for your password by email or telephone, and no one at the school or at our agency can see it. Our emails lead only to this service. If you are in doubt, type the address yourself.',
  },
  administrators: {
    title: 'For permission administrators',
    words:
      'The head of the school, or the director in a municipality, appoints the permission administrator by the form Försäkran om hantering av behörighet. When the agency has approved it, the username comes in a letter and some days later the one-time password in a mail. Then you sign in to the tool Permissions.',
    open: 'Open Permissions',
    parts: [
      {
        title: 'Adding a user',
        shows: 'add',
        words:
          'Choose “Add a user”. Write the personal identity number. If we know the person already, nothing more about them is needed. Otherwise you fill in name, e-mail address and postal address, with the country if the address is not in Sweden. Choose services and days, read it through and save. The letter with the username is posted, and some days later the one-time password is mailed.',
      },
      {
        title: 'Adding many at once',
        shows: 'bulk',
        words:
          'Choose “Add several”, download the template and fill it in with a spreadsheet program. The column Country is needed only for addresses outside Sweden. When you read the file in you see every row as it will be, and all errors by row and column. Nothing is saved until you confirm.',
      },
      {
        title: 'Changing, pausing and ending',
        shows: 'person',
        words:
          'Find the person under “People”. There you give more permissions, change the days, pause during parental leave for example, or end. What is ended at once holds no longer from that moment, even if the person is signed in. The person and all permission administrators at your school are told by mail.',
      },
      {
        title: 'When somebody has left',
        words:
          'Choose “Has left” on the person’s page. All that the person has at your school then ends. What they have at other schools is not affected. If the whole account should go, ask for it to be ended.',
      },
      {
        title: 'Forgotten username or password',
        words:
          'With “Show username” on the person’s page you can tell the person their username. Nobody can see the password. The person chooses a new one in the password kiosk, or you send a new one-time password.',
      },
      {
        title: 'Lists',
        shows: 'people',
        words:
          'Under “People” you download what you see as CSV or a spreadsheet. Personal identity numbers are there only if you ask for them, and the history tells that the list was taken out.',
      },
      {
        title: 'When somebody asks for a permission',
        words:
          'Whoever is signed in can ask for a permission on the page “Your account”. You get a mail, read what the person writes, and give the permission or decline with a reason.',
      },
      {
        title: 'Protected identity',
        words:
          'A person with protected identity is shown without name, number, address and e-mail address, to everybody. Call us if you need help.',
      },
    ],
  },
  questions: {
    title: 'Questions and answers',
    parts: [
      {
        title: 'May two people share a username?',
        words: 'No. A permission is personal and must never be lent.',
      },
      {
        title: 'The person has had no one-time password. What do I do?',
        words:
          'See on the person’s page what has been sent and when, and whether the e-mail address is right. Then send a new one-time password. Ask the person to look among unwanted mail.',
      },
      {
        title: 'Why can I not change the person’s e-mail address?',
        words:
          'Whoever also has a permission at another school, or is a permission administrator, has their details changed by the agency. Otherwise one school could take over an account that another relies on. Call us.',
      },
      {
        title: 'The school has a new school form. Are new permissions needed?',
        words: 'No. A permission holds for the whole school, all its school forms.',
      },
      {
        title: 'Can I give myself a permission?',
        words: 'No. Another permission administrator at your school, or the agency, does that.',
      },
    ],
  },
  contact: {
    title: 'Contact',
    words:
      'Contact the permission administrator at your school or municipality first. If you cannot solve it together, call us. Have the code of the school or municipality at hand.',
    incident: 'If the page shows an incident number or a message code, tell us when you contact us.',
  },
  toKiosk: 'Open the password kiosk',
  pictures: {
    start: 'The first page: what waits for you, and how many have which permission.',
    add: 'Adding a user: choose services, and from and to which day.',
    bulk: 'Adding several: download the template, fill it in and read it in again.',
    person: 'A person’s permissions: tick, and choose what is to happen.',
    people: 'Searching: one box for name, username, e-mail address or number, and four choices under it.',
    kiosk:
      'The password kiosk: one door for those who want to change their password and one for those who have forgotten it.',
    signIn: 'The sign-in page: username, password and the button Sign in.',
    choose: 'Choosing a password: the meter under the field is full and says that the password can be used.',
  },
} as const
