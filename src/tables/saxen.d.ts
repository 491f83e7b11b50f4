/** The part of the library that we use; it brings no types of its own. */
declare module 'saxen' {
  type Attributes = Readonly<Record<string, string | boolean>>

  export class Parser {
    /** Attributes of these namespaces get these prefixes, whatever the document calls them. */
    ns(prefixes: Readonly<Record<string, string>>): this
    on(event: 'error', hear: (error: Error) => void): this
    on(
      event: 'openTag',
      hear: (name: string, attributesOf: () => Attributes, decode: (text: string) => string) => void,
    ): this
    parse(xml: string): void
  }
}
