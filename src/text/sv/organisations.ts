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
  wrongCode: (value: string) => `koden ${value} ska vara fyra till åtta siffror. Inledande nollor ska vara kvar.`,
  wrongName: 'namnet ska vara 1–200 tecken på en rad, utan mellanslag i början eller slutet.',
  wrongStreet: 'gatuadressen ska vara högst 200 tecken på en rad, utan mellanslag i början eller slutet.',
  wrongLocality: 'postorten ska vara högst 200 tecken på en rad, utan mellanslag i början eller slutet.',
  wrongPostalCode: (value: string) => `postnumret ${value} ska vara fem siffror.`,
  wrongSchoolForm: (value: string) => `skolformen ${value} finns inte för det här slaget av organisation.`,
  noSchoolForm: 'skolan saknar skolform.',
  doubled: (value: string, firstRow: string) => `koden ${value} står redan på rad ${firstRow}.`,
  outside: (column: string, columns: string) =>
    `det står något i kolumn ${column}, men rubrikerna tar slut vid kolumn ${columns}. Kanske finns ett skiljetecken mitt i en text: sätt citattecken runt den, eller spara filen som xlsx.`,
  missingColumn: (column: string, columns: string) => `kolumnen ${column} saknas. Filen har ${columns}.`,
  doubledColumn: (column: string) => `kolumnen ${column} finns mer än en gång.`,
  alike: {
    zeros: (one: string, known: string) =>
      `${one} har samma kod som ${known}, så när som på nollor i början. Ett kalkylprogram tar bort sådana nollor om kolumnen inte är formaterad som Text.`,
    name: (one: string, known: string) => `${one} har en ny kod men samma namn och ort som ${known}.`,
  },
  emptyFile: 'filen har inga organisationer.',
} as const
