/** The page that hands out the form; the words of the form itself stand in `text/sv/assurance-form.ts`. */
export const assuranceForm = {
  title: 'Blankett för försäkran',
  link: 'Skriv ut en blankett',
  preamble:
    'Blanketten fylls i med skolans eller kommunens uppgifter. Den undertecknas av rektor eller förvaltningschef.',
  kindMissing: 'Välj om blanketten gäller en skola eller en kommun.',
  fetch: 'Hämta blanketten (PDF)',
  unknown: 'Vet du inte vilken skola eller kommun det gäller?',
  fetchEmpty: 'Hämta en tom blankett (PDF)',
  print: 'Skriv ut en försäkran att skriva under (PDF)',
} as const
