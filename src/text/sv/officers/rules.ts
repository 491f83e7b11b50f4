/** Who administers what: for each school form, way of reporting and service. */
export const rules = {
  title: 'Vem som administrerar vad',
  preamble:
    'För varje skolform, sätt att rapportera och tjänst: om skolans egen behörighetsadministratör ger behörigheten, eller myndigheten. En skola med flera skolformer ger den själv om någon av dem säger det.',
  by: { local: 'Skolan eller kommunen', agency: 'Myndigheten' },
  web: 'på webben',
  file: 'med filer',
  of: (service: string, method: string) => `${service}, ${method}`,
  look: 'Se vad ändringen innebär',
  changeTitle: 'Innan ändringen sparas',
  changes: 'Det här ändras',
  change: (form: string, of: string, to: string) => `${form}: ${of} går över till: ${to}.`,
  effects: 'Det här berörs i dag',
  nothingAffected: 'Inga skolor eller kommuner berörs i dag.',
  toAgency: (service: string, organisations: string, administrators: string, grants: string) =>
    `${service} går över till myndigheten för ${organisations}. ${administrators} kan inte längre ge eller avsluta den där. ${grants} gäller som förut, och ändras av handläggare.`,
  toLocal: (service: string, organisations: string, administrators: string, grants: string) =>
    `${service} går över till de egna administratörerna för ${organisations}. ${administrators} kan ge och avsluta den där. ${grants} gäller som förut, och ändras av dem.`,
  organisations: (count: number) => (count === 1 ? 'en skola eller kommun' : `${count} skolor och kommuner`),
  administrators: (count: number) =>
    count === 1 ? 'En behörighetsadministratör' : `${count} behörighetsadministratörer`,
  grants: (count: number) => (count === 1 ? 'En behörighet' : `${count} behörigheter`),
  save: 'Spara ändringen',
  cancel: 'Avbryt',
  nothingChanged: 'Du har inte ändrat något.',
  done: 'Ändringen är sparad, och gäller genast.',
  stale: 'Någon annan har just ändrat i tabellen. Så här är den nu: gör om din ändring om den fortfarande behövs.',
} as const
