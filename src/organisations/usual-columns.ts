/** What a column of a list of organisations can hold. */
export const columnFields = ['code', 'name', 'street', 'postalCode', 'locality', 'schoolForms'] as const
export type ColumnField = (typeof columnFields)[number]

/** The heading that most likely names a field, on the page and by the command; undefined when there is none. */
export function usualColumn(headings: readonly string[], field: ColumnField): string | undefined {
  return headings.find((heading) => usual[field].test(heading))
}

/** What columns are usually called. */
const usual: Readonly<Record<ColumnField, RegExp>> = {
  code: /^(?:code|kod|skolkod|kommunkod|municipality_code|school_code)$/i,
  name: /^(?:name|namn|municipality_name|school_name)$/i,
  street: /^(?:street|gatuadress|adress|address)$/i,
  postalCode: /^(?:postal_?code|postnummer|postnr)$/i,
  locality: /^(?:locality|ort|postort)$/i,
  schoolForms: /^(?:school_?forms|skolform(?:er)?)$/i,
}
