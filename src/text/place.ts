interface Place {
  /** Five digits. */
  readonly postalCode?: string | null | undefined
  readonly locality?: string | null | undefined
}

/** The last line of an address as the post writes it, `553 18 Jönköping`; what is not known is left out. */
export function placeLine({ postalCode, locality }: Place): string {
  const spaced = postalCode?.replace(/^(\d{3})(\d{2})$/, '$1 $2')
  return [spaced, locality].filter((part) => part !== undefined && part !== null && part !== '').join(' ')
}
