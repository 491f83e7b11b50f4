/** Files with lists: why one cannot be read, and how to save it right. */
export const tables = {
  unreadable: {
    empty: 'The file is empty. Fill in the list and upload it again.',
    'no-list': 'The file is neither a spreadsheet (xlsx) nor a text file (csv). Save the list as xlsx and try again.',
    'web-page':
      'The file is a web page or an XML document, whatever it is called. Open it in Excel, save it as xlsx and try again.',
    pdf: 'The file is a PDF, from which no list can be read. Upload the spreadsheet that it was made from.',
    'old-workbook':
      'The file is in the older Excel format (xls), whatever it is called. Open it in Excel, save it as xlsx and try again.',
    'locked-workbook':
      'The file is protected by a password. Open it in Excel, remove the password under File > Info > Protect Workbook, save it and try again.',
    'open-document':
      'The file is saved as OpenDocument (ods). Choose Save As, the file type Excel 2007–365 (xlsx), and try again.',
    'binary-workbook': 'The file is saved as a binary Excel workbook (xlsb). Save it as xlsx and try again.',
    zip: 'The file is a zip archive. Unpack it and upload the list that lies in it.',
    broken: 'The spreadsheet could not be read. Open it, save it again as xlsx and try again.',
    macintosh:
      'The file seems to be saved as “Macintosh text”, where å, ä and ö are other characters. Open the original, save it as xlsx or “CSV UTF-8” and try again.',
    'ms-dos':
      'The file seems to be saved as “CSV (MS-DOS)”, where å, ä and ö are other characters. Open the original, save it as xlsx or “CSV UTF-8” and try again.',
    'macintosh-or-ms-dos':
      'The file seems to be saved as “Macintosh text” or “CSV (MS-DOS)”, where å, ä, ö and é are other characters. Open the original, save it as xlsx or “CSV UTF-8” and try again.',
    'too-large':
      'The file is too large when unpacked. Copy the list into a new workbook, save it as xlsx and try again.',
    busy: 'We are reading many files just now. Wait a little while and try again.',
  },
  damage: {
    'shortened-number':
      'Excel has shortened the number (to a form like 1.98803E+11), so that digits are lost. Format the column as Text, write the number again and save it anew.',
    'line-break': 'There is a line break in the cell (Alt+Enter). Write the text on one line.',
    'formula-error':
      'The cell shows the error of a formula, such as #N/A. Write the value in the cell instead of the formula.',
    'too-narrow':
      'The column was too narrow when the file was saved, so that Excel wrote ##### instead of what stood there. Widen the column and save it anew.',
  },
  otherSheets: (sheet: string, others: string) =>
    `The sheet “${sheet}” is read. The workbook has more filled sheets, which are not read: ${others}.`,
  garbled: (row: string, column: string) =>
    `Row ${row}, column ${column}: å, ä or ö have become other characters, because the file was saved in the wrong character encoding. Open the original, save it as xlsx or “CSV UTF-8” and try again.`,
  controlCharacter: (row: string) =>
    `Row ${row}: there is an invisible control character in the text. Write the row anew, or save the list as xlsx.`,
  quotes: (row: string) => `The quotation marks do not match in row ${row}. Mend them, or save the list as xlsx.`,
  tooLongCell: (row: string, column: string, characters: string) =>
    `Row ${row}, column ${column}: there are more than ${characters} characters in the cell. Shorten the text, or see whether a quotation mark is missing.`,
  tooManyRows: (rows: string) => `The file has more than ${rows} rows. Divide it and upload one part at a time.`,
  tooManyColumns: (columns: string) =>
    `The file has more than ${columns} columns. Remove those that do not belong to the list, and check which character separates the columns.`,
} as const
