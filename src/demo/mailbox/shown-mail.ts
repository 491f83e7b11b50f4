import type { KeptMail } from '../../delivery/folder.js'
import type { Undelivered } from '../../delivery/undelivered.js'
import { clockOf, dayOf } from '../../text/moment.js'
import type { Language, Text } from '../../text/text.js'

/** A mail as the mailbox shows it, with its times in words. */
export interface ShownMail {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly received: string
  /** Its first words, after the greeting. */
  readonly glimpse: string
  /** The text, in pieces: an address of ours is a piece of its own, so that it can lead there. */
  readonly text: readonly TextPiece[]
}

export type TextPiece = { readonly words: string } | { readonly path: `/${string}`; readonly words: string }

export interface ShownFailure {
  readonly id: string
  readonly kind: string
  readonly when: string
  readonly gaveUp: string
  readonly reason: string
}

interface Reader {
  readonly text: Text
  readonly language: Language
}

export function shownMail(mail: KeptMail, { text, language, issuer }: Reader & { readonly issuer: string }): ShownMail {
  return {
    id: mail.id,
    to: mail.to,
    subject: mail.subject,
    received: whenIn({ text, language }, mail.keptAt),
    glimpse: mail.text.split('\n\n').slice(1).join(' ').replaceAll(/\s+/g, ' ').slice(0, 120),
    text: pieces(mail.text, issuer),
  }
}

export function shownFailure(undelivered: Undelivered, reader: Reader): ShownFailure {
  const { mailKinds, gaveUp, reason } = reader.text.demo.mailbox
  const names = new Map<string, string>(Object.entries(mailKinds))
  return {
    id: undelivered.id,
    kind: names.get(undelivered.kind) ?? mailKinds.unknown,
    when: whenIn(reader, undelivered.givenUpAt),
    gaveUp: gaveUp(undelivered.tries),
    reason: reason(undelivered.reason),
  }
}

const whenIn = ({ text, language }: Reader, at: Date) => text.demo.mailbox.when(dayOf(language, at), clockOf(text, at))

const pieces = (text: string, issuer: string): readonly TextPiece[] => {
  const parts = text.split(new RegExp(`(${escaped(issuer)}\\S*)`))
  return parts.filter((part) => part !== '').map((part) => pieceOf(part, issuer))
}

const pieceOf = (part: string, issuer: string): TextPiece =>
  part.startsWith(`${issuer}/`) ? { path: `/${part.slice(issuer.length + 1)}`, words: part } : { words: part }

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
