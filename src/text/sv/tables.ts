/** Files with lists: why one cannot be read, and how to save it right. */
export const tables = {
  unreadable: {
    empty: 'Filen är tom. Fyll i listan och ladda upp den igen.',
    'no-list': 'Filen är varken ett kalkylblad (xlsx) eller en textfil (csv). Spara listan som xlsx och försök igen.',
    'web-page':
      'Filen är en webbsida eller ett XML-dokument, även om den kan heta något annat. Öppna den i Excel, spara den som xlsx och försök igen.',
    pdf: 'Filen är en PDF, och ur den går det inte att läsa en lista. Ladda upp kalkylbladet som den gjordes av.',
    'old-workbook':
      'Filen är sparad i det äldre Excelformatet (xls), även om den kan heta något annat. Öppna den i Excel, spara den som xlsx och försök igen.',
    'locked-workbook':
      'Filen är skyddad med ett lösenord. Öppna den i Excel, ta bort lösenordet under Arkiv > Info > Skydda arbetsbok, spara och försök igen.',
    'open-document':
      'Filen är sparad som OpenDocument (ods). Välj Spara som, filtypen Excel 2007–365 (xlsx), och försök igen.',
    'binary-workbook': 'Filen är sparad som binär Excelarbetsbok (xlsb). Spara den som xlsx och försök igen.',
    zip: 'Filen är ett zip-arkiv. Packa upp det och ladda upp listan som ligger i det.',
    broken: 'Kalkylbladet gick inte att läsa. Öppna det, spara det på nytt som xlsx och försök igen.',
    macintosh:
      'Filen verkar vara sparad som ”Macintosh-text”, där å, ä och ö är andra tecken. Öppna originalet, spara det som xlsx eller ”CSV UTF-8” och försök igen.',
    'ms-dos':
      'Filen verkar vara sparad som ”CSV (MS-DOS)”, där å, ä och ö är andra tecken. Öppna originalet, spara det som xlsx eller ”CSV UTF-8” och försök igen.',
    'macintosh-or-ms-dos':
      'Filen verkar vara sparad som ”Macintosh-text” eller ”CSV (MS-DOS)”, där å, ä, ö och é är andra tecken. Öppna originalet, spara det som xlsx eller ”CSV UTF-8” och försök igen.',
    'too-large':
      'Filen är för stor när den packas upp. Kopiera listan till en ny arbetsbok, spara den som xlsx och försök igen.',
    busy: 'Vi läser många filer just nu. Vänta en liten stund och försök igen.',
  },
  damage: {
    'shortened-number':
      'Excel har kortat numret (till en form som 1,98803E+11), så att siffror har försvunnit. Formatera kolumnen som Text, skriv numret på nytt och spara igen.',
    'line-break': 'Det finns en radbrytning i cellen (Alt+Enter). Skriv texten på en rad.',
    'formula-error': 'Cellen visar ett fel från en formel, som #SAKNAS!. Skriv värdet i cellen i stället för formeln.',
    'too-narrow':
      'Kolumnen var för smal när filen sparades, så att Excel skrev ##### i stället för det som stod där. Gör kolumnen bredare och spara igen.',
  },
  otherSheets: (sheet: string, others: string) =>
    `Bladet ”${sheet}” läses. Arbetsboken har fler ifyllda blad, som inte läses: ${others}.`,
  garbled: (row: string, column: string) =>
    `Rad ${row}, kolumn ${column}: å, ä eller ö har blivit andra tecken, för filen har sparats med fel teckenkodning. Öppna originalet, spara det som xlsx eller ”CSV UTF-8” och försök igen.`,
  controlCharacter: (row: string) =>
    `Rad ${row}: det finns ett osynligt styrtecken i texten. Skriv raden på nytt, eller spara listan som xlsx.`,
  quotes: (row: string) => `Citattecknen går inte ihop på rad ${row}. Rätta dem, eller spara listan som xlsx.`,
  tooLongCell: (row: string, column: string, characters: string) =>
    `Rad ${row}, kolumn ${column}: det står mer än ${characters} tecken i cellen. Korta texten, eller se efter om ett citattecken saknas.`,
  tooManyRows: (rows: string) => `Filen har fler än ${rows} rader. Dela upp den och ladda upp en del i taget.`,
  tooManyColumns: (columns: string) =>
    `Filen har fler än ${columns} kolumner. Ta bort dem som inte hör till listan, och kontrollera att rätt tecken skiljer kolumnerna åt.`,
} as const
