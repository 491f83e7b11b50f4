export const organisations = {
  row: (row: string, problem: string) => `Row ${row}: ${problem}`,
  cell: (row: string, column: string, problem: string) => `Row ${row}, column ${column}: ${problem}`,
  fields: {
    code: 'Code',
    name: 'Name',
    street: 'Street',
    postalCode: 'Postal code',
    locality: 'Locality',
    schoolForms: 'School forms',
  },
  wrongSchoolForm: (value: string) => `There is no school form ${value} for this kind of organisation.`,
  noSchoolForm: 'The school has no school form.',
  doubled: (value: string, firstRow: string) => `The code ${value} is already on row ${firstRow}.`,
  outside: (column: string, columns: string) =>
    `Something stands in column ${column}, but the headings end at column ${columns}. Perhaps a separator stands within a text: put quotation marks around it, or save the file as xlsx.`,
  missingColumn: (column: string, columns: string) => `The column ${column} is missing. The file has ${columns}.`,
  doubledColumn: (column: string) => `The column ${column} is there more than once.`,
  alike: {
    zeros: (one: string, known: string) =>
      `${one} has the same code as ${known}, but for zeros in front. A spreadsheet program removes such zeros when the column is not formatted as Text.`,
    name: (one: string, known: string) => `${one} has a new code but the same name and place as ${known}.`,
  },
  emptyFile: 'The file has no organisations.',
} as const
