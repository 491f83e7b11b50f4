import { BlockList } from 'node:net'
import { createTransport, type NodemailerError } from 'nodemailer'
import { isEmailAddress } from './address.js'
import type { Mail } from './mail-job.js'
import { NotNow, Undeliverable, type MailTransport } from './transport.js'

export interface MailServer {
  /** `smtps://user:password@host:465` or `smtp://host:25`; `?tls=none` says that an unencrypted way is meant. */
  readonly url: string
  /** `no-reply@example.se` or `Portvakt <no-reply@example.se>`. */
  readonly from: string
}

/** How long each step may last, in milliseconds (security.md, G9), and all of them together: less than a lease. */
export interface SmtpLimits {
  readonly connect: number
  readonly greeting: number
  readonly idleSocket: number
  readonly whole: number
}

const usual: SmtpLimits = { connect: 10_000, greeting: 10_000, idleSocket: 30_000, whole: 35_000 }

/** @throws RangeError when the server or the sender is not one. */
export function smtpTransport({ url, from }: MailServer, limits: Partial<SmtpLimits> = {}): MailTransport {
  const { connect, greeting, idleSocket, whole } = { ...usual, ...limits }
  const sender = senderOf(from)
  if (sender === undefined) throw new RangeError('The sender of mails is not one address.')
  const transport = createTransport({
    ...serverOf(url),
    connectionTimeout: connect,
    dnsTimeout: connect,
    greetingTimeout: greeting,
    socketTimeout: idleSocket,
    disableFileAccess: true,
    disableUrlAccess: true,
    maxRecipients: 1,
  })
  return {
    send: async (mail, messageId) => {
      if (!isEmailAddress(mail.to)) throw new Undeliverable('bad-address')
      // A server that takes one byte a second is never idle, so the whole has a limit as well.
      const signal = AbortSignal.timeout(whole)
      await transport.sendMail({ ...message(mail, sender, messageId), signal }).catch((error: unknown) => {
        throw whyNotSent(error as NodemailerError)
      })
      return 'sent'
    },
    close: () => transport.close(),
  }
}

export interface Sender {
  readonly name: string
  readonly address: string
}

/** Reads MAIL_FROM. Undefined when it is not one address, with or without a name in front. */
export function senderOf(text: string): Sender | undefined {
  const [, name = '', inside] = /^([^<>"\p{Cc}]*)<([^<>]*)>$/u.exec(text.trim()) ?? []
  const address = inside ?? text.trim()
  return isEmailAddress(address) ? { name: name.trim(), address } : undefined
}

/** The recipient stands in an object and alone in the envelope, never in a text that somebody parses. */
const message = (mail: Mail, sender: Sender, messageId: string) => ({
  from: sender,
  to: { name: '', address: mail.to },
  envelope: { from: sender.address, to: [mail.to] },
  messageId,
  subject: mail.subject,
  text: mail.text,
  html: mail.html,
  textEncoding: 'quoted-printable' as const,
  // Nobody's automatic answer is to come back (RFC 3834).
  headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
})

const serverOf = (text: string) => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !/^smtps?:$/.test(url.protocol)) throw new RangeError('The mail server is not smtp(s)://…')
  const secure = url.protocol === 'smtps:'
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const isPlain = url.searchParams.get('tls') === 'none' || isLoopback(host)
  return {
    host,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    // Encrypted with a certificate that holds, or not at all: what may be left out can be taken away.
    ...(!secure && (isPlain ? { ignoreTLS: true } : { requireTLS: true })),
    tls: { minVersion: 'TLSv1.2' as const, rejectUnauthorized: true },
    ...(url.username !== '' && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
  }
}

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')
const isLoopback = (host: string) => host === 'localhost' || loopback.check(host, host.includes(':') ? 'ipv6' : 'ipv4')

/**
 * Only the server's word about this very mail is final: 5xx to its sender, recipient or text. A refused log-in or
 * greeting, a broken line and silence say something about the way, which somebody can mend.
 */
const whyNotSent = (error: NodemailerError): Undeliverable | NotNow => {
  const isAboutTheMail = ['MAIL FROM', 'RCPT TO', 'DATA'].includes(error.command ?? '') && error.responseCode !== 530
  const reason = error.responseCode === undefined ? (error.code ?? 'unknown') : answerOf(error)
  if (isAboutTheMail && error.permanent === true) return new Undeliverable(reason, { cause: error })
  return new NotNow(reason, { cause: error })
}

/** `550 5.1.1`: the codes, not the words, since those repeat the address. */
const answerOf = ({ response = '', responseCode }: NodemailerError): string => {
  const [, enhanced] = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response) ?? []
  return enhanced === undefined ? String(responseCode) : `${responseCode} ${enhanced}`
}
