export const contacts = {
  title: 'Contact persons at the agency',
  none: 'No contact persons are given. The school or municipality is directed to the partner telephone.',
  add: 'Add a contact person',
  change: (name: string) => `Change or remove ${name}`,
  addTitle: 'Add a contact person',
  changeTitle: (name: string) => `Change the contact person ${name}`,
  fields: { name: 'Name', telephone: 'Telephone number', email: 'E-mail address' },
  responsible: 'Responsible for the school or municipality',
  responsibleWords: 'Those responsible are shown in bold and first.',
  save: 'Save',
  remove: 'Remove the contact person',
  cancel: 'Cancel',
  wrong: {
    telephone: 'Write the telephone number in digits, for example 08-465 004 00.',
    nothing: 'Write a telephone number or an e-mail address, so that the contact person can be reached.',
    'name-taken': 'There is already a contact person of that name here.',
  },
} as const
