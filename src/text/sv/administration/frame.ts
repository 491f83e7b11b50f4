/** What surrounds every page of the permission administration. */
export const frame = {
  areas: 'Behörighetsadministration',
  start: 'Start',
  people: 'Personer',
  add: 'Lägg till användare',
  bulk: 'Lägg till flera',
  organisations: 'Skolor och kommuner',
  helpPanel: 'Hjälp på den här sidan',
  handbook: 'Läs mer i handboken',
  notAppointedTitle: 'Du är inte behörighetsadministratör',
  notAppointed:
    'Den här sidan är för den som rektor eller förvaltningschef har utsett till behörighetsadministratör. Har du blivit utsedd nyligen kan det dröja innan det är registrerat hos oss.',
} as const
