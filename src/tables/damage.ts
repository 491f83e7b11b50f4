/** What a spreadsheet program has done to a cell, so that it no longer holds what somebody wrote. */
export const damages = ['shortened-number', 'line-break', 'formula-error', 'too-narrow'] as const
export type Damage = (typeof damages)[number]

export function damageIn(cell: string): Damage | undefined {
  return damages.find((damage) => patterns[damage].test(cell.trim()))
}

const patterns: Readonly<Record<Damage, RegExp>> = {
  // 1,98803E+11: the digits after the sixth are gone.
  'shortened-number': /^\d(?:[.,]\d+)?E[+-]?\d+$/i,
  'line-break': /[\n\v\f\r\u0085\u2028\u2029]/u,
  // #N/A, #REF!, #NAME? and what they are called in Swedish, such as #SAKNAS!
  'formula-error': /^#(?:N\/A|\p{Lu}+(?:\/0)?[!?])$/u,
  // Excel exports the signs that it shows when a number or a day does not fit its column.
  'too-narrow': /^#{3,}$/,
}
