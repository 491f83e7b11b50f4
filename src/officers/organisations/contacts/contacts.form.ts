export const contactFields = ['name', 'telephone', 'email', 'isResponsible'] as const

export type TypedContact = Readonly<Record<(typeof contactFields)[number], string>>
