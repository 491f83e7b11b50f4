export const start = {
  title: 'Handläggning',
  tasks: 'Att göra',
  nothing: 'Inget väntar på dig just nu.',
  lettersToPost: (count: number) => (count === 1 ? 'Ett brev att posta' : `${count} brev att posta`),
  assurances: (count: number) =>
    count === 1 ? 'En försäkran väntar på beslut' : `${count} försäkringar väntar på beslut`,
  withoutAdministrator: (count: number) =>
    count === 1 ? 'En skola eller kommun saknar administratör' : `${count} skolor och kommuner saknar administratör`,
} as const
