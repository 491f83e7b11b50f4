export const organisations = {
  row: (row: string, problem: string) => `Rad ${row}: ${problem}`,
  cell: (row: string, column: string, problem: string) => `Rad ${row}, kolumn ${column}: ${problem}`,
  fields: {
    code: 'Kod',
    name: 'Namn',
    street: 'Gatuadress',
    postalCode: 'Postnummer',
    locality: 'Ort',
    schoolForms: 'Skolform',
  },
  wrongSchoolForm: (value: string) => `Skolformen ${value} finns inte för det här slaget av organisation.`,
  noSchoolForm: 'Skolan saknar skolform.',
  doubled: (value: string, firstRow: string) => `Koden ${value} står redan på rad ${firstRow}.`,
  outside: (column: string, columns: string) =>
    `Det står något i kolumn ${column}, men rubrikerna tar slut vid kolumn ${columns}. Kanske finns ett skiljetecken mitt i en text: sätt citattecken runt den, eller spara filen som xlsx.`,
  missingColumn: (column: string, columns: string) => `Kolumnen ${column} saknas. Filen har ${columns}.`,
  doubledColumn: (column: string) => `Kolumnen ${column} finns mer än en gång.`,
  alike: {
    zeros: (one: string, known: string) =>
      `${one} har samma kod som ${known}, så när som på nollor i början. Ett kalkylprogram tar bort sådana nollor om kolumnen inte är formaterad som Text.`,
    name: (one: string, known: string) => `${one} har en ny kod men samma namn och ort som ${known}.`,
  },
  emptyFile: 'Filen har inga organisationer.',
} as const
