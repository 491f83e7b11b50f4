export const assuranceForm = {
  title: 'The form for an assurance',
  link: 'Print a form',
  preamble:
    'The form is in Swedish and filled in with what is known of the school or municipality. Its head of school or director signs it.',
  kindMissing: 'Choose whether the form is for a school or a municipality.',
  fetch: 'Get the form (PDF)',
  unknown: 'You do not know which school or municipality it is for?',
  fetchEmpty: 'Get an empty form (PDF)',
  print: 'Print an assurance to be signed (PDF)',
} as const
