/** An id as our rows have it and our pages write it. */
export const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The same however it is typed: the database reads both. */
export const uuidInAnyCase = new RegExp(uuid.source, 'i')
