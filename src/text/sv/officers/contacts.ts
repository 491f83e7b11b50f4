export const contacts = {
  title: 'Kontaktpersoner hos myndigheten',
  none: 'Inga kontaktpersoner är angivna. Skolan eller kommunen hänvisas till partnertelefonen.',
  add: 'Lägg till en kontaktperson',
  change: (name: string) => `Ändra eller ta bort ${name}`,
  addTitle: 'Lägg till en kontaktperson',
  changeTitle: (name: string) => `Ändra kontaktpersonen ${name}`,
  fields: { name: 'Namn', telephone: 'Telefonnummer', email: 'E-postadress' },
  responsible: 'Ansvarig för skolan eller kommunen',
  responsibleWords: 'Ansvariga visas i fetstil och först.',
  save: 'Spara',
  remove: 'Ta bort kontaktpersonen',
  cancel: 'Avbryt',
  wrong: {
    telephone: 'Skriv telefonnumret med siffror, till exempel 08-465 004 00.',
    nothing: 'Skriv ett telefonnummer eller en e-postadress, så att kontaktpersonen går att nå.',
    'name-taken': 'Det finns redan en kontaktperson med det namnet här.',
  },
} as const
