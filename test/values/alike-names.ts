/** Each the other's name, however it is written. */
export const alikeNames = [
  ["Sean O'Brien", 'Sean O’Brien'],
  ["Sean O'Brien", 'SEAN OʼBRIEN'],
  ["Sean O'Brien", 'Sean O´Brien'],
  ['Anna-Karin Lind', 'Anna‑Karin Lind'],
  ['Anna-Karin Lind', 'Anna – Karin  Lind'],
  ['Anna-Karin Lind', 'Anna Karin Lind'],
  ['René Öberg', 'Rene Oberg'],
  ['Åsa Kronqvist', 'A\u030Asa Kron\u00ADqvist'],
  ['Nazanin\u200Czahra Alavi', 'Nazaninzahra Alavi'],
  ['Máret Ŋuolla Đunn Ŧat', 'maret nuolla dunn tat'],
  ['Łukasz Groß', 'LUKASZ GROSS'],
] as const
