import { accessibility } from './accessibility.js'
import { handbook } from './handbook.js'

export const start = {
  title: 'Sign-in for schools and municipalities',
  preamble: 'Sign in here to the services where you report, and manage your password.',
  signIn: 'Sign in and manage your password',
  signInTo: (service: string) => `Sign in to ${service}`,
  signInWords: 'With your username and your password.',
  toolsTitle: 'For schools, municipalities and the agency',
  permissionsName: 'Permissions',
  permissionsWords: 'For permission administrators: add users, give and end permissions.',
  deskName: 'Case handling',
  deskWords: 'For the agency’s officers.',
  ownAccountWords: 'See your permissions, who administers them and where you are signed in.',
  noServices: 'There are no services to sign in to yet.',
  kioskWords: 'Choose a password the first time, change it, or get a new one if you have forgotten it.',
  help: 'Help',
  handbookWords: 'Step by step: the first sign-in, passwords, a locked sign-in and whom to ask.',
  accessibilityWords: 'How everyone can use the service, and how to tell us if something is in your way.',
  demo: 'In this demonstration',
  mailbox: 'Demo mailbox',
  mailboxWords: 'Every email that the service has sent, with the one-time passwords in them.',
  handbook,
  accessibility,
} as const
