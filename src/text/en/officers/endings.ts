/** An organisation closes, or goes into another. */
export const endings = {
  close: 'Close',
  merge: 'Merge into another',
  closeTitle: (name: string) => `Close ${name}`,
  closeWhat: 'All permissions and appointments here end at once. Nothing is removed from the history.',
  mergeTitle: (name: string, into: string) => `Merge ${name} into ${into}`,
  mergeWhat: (name: string, into: string) =>
    `${name} closes. The permissions there end, and from today hold for ${into} instead, with the same last day and the same pauses. Nothing is removed from the history.`,
  whatFollows: 'What this concerns',
  people: (people: number, grants: number) => {
    if (people === 0) return 'Nobody holds a permission here.'
    return `${people === 1 ? 'One person' : `${people} people`} with ${grants === 1 ? 'one permission' : `${grants} permissions`} in all.`
  },
  administrators: (count: number) => {
    if (count === 0) return 'Nobody is permission administrator here.'
    return count === 1 ? 'One permission administrator.' : `${count} permission administrators.`
  },
  appointmentsGoOn: 'The appointments as permission administrator go over too: nobody has had anything there before.',
  appointmentsEnd: (into: string) =>
    `The appointments as permission administrator do not go over. Whoever is to be permission administrator for ${into} is appointed by an assurance from there, which two officers see to.`,
  formsStay: (into: string) =>
    `School forms, address and contact persons of ${into} are not changed. Change them on the page of ${into} if they are to come along.`,
  assurances: (count: number) =>
    count === 1
      ? 'An assurance that awaits a decision is rejected.'
      : `${count} assurances that await a decision are rejected.`,
  requests: (count: number) =>
    count === 1
      ? 'A request for permission that nobody has answered is declined, and who asked gets a mail.'
      : `${count} requests for permission that nobody has answered are declined, and those who asked get a mail.`,
  unanswered: (name: string, into: string | undefined) =>
    into === undefined ? `${name} has closed.` : `${name} has been merged into ${into}. Ask there instead.`,
  told: 'Everybody concerned gets an e-mail. Services that they are signed in to are told at once.',
  noWayBack: 'This cannot be undone.',
  closeDo: 'Close now',
  mergeDo: 'Merge now',
  cancel: 'Cancel',
  chooseTitle: (name: string) => `Merge ${name} into another`,
  chooseWords: 'Give the one that takes over the permissions. You then see what follows before anything is done.',
  code: 'Code of the one that takes over',
  proceed: 'Continue',
  wrongCode: {
    school: 'No other open school has that code. Write the school code with leading zeros.',
    municipality: 'No other open municipality has that code. Write the municipality code with leading zeros.',
  },
  refused: {
    'changed-meanwhile': 'Somebody else has just changed the details. Read what holds now, and try again.',
    'cannot-take-over': 'The one that was to take over is closed, or of another kind. Choose another.',
    'concerns-themselves':
      'You hold a permission or an appointment here yourself, and cannot give yourself a new one. Another officer must do it.',
  },
  mail: {
    closedSubject: (name: string) => `${name} has closed`,
    closed: (name: string) => `${name} has closed. The permissions and appointments that you had there have ended.`,
    mergedSubject: (name: string, into: string) => `${name} has become part of ${into}`,
    merged: (name: string, into: string) =>
      `${name} has become part of ${into}. The permissions that you had for ${name} now hold for ${into} instead.`,
    receiving: (name: string, into: string) =>
      `${name} has become part of ${into}, where you are permission administrator. Those who had permissions for ${name} now have them for ${into}: look through who they are.`,
    toPeople: 'See the people',
    toAccount: 'See your permissions',
    wrong: 'Is this not right? Call us.',
  },
} as const
