export const start = {
  title: 'Handläggning',
  tasks: 'Att göra',
  nothing: 'Inget väntar på dig just nu.',
  lettersToPost: (count: number) => (count === 1 ? 'Ett brev att posta' : `${count} brev att posta`),
  assurances: (count: number) =>
    count === 1 ? 'En försäkran väntar på beslut' : `${count} försäkringar väntar på beslut`,
  endingRequests: (count: number) =>
    count === 1 ? 'En begäran om att avsluta ett konto' : `${count} begäranden om att avsluta konton`,
  withoutAdministrator: (count: number) =>
    count === 1 ? 'En skola eller kommun saknar administratör' : `${count} skolor och kommuner saknar administratör`,
} as const
