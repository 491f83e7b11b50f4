export const start = {
  title: 'Case handling',
  tasks: 'To do',
  nothing: 'Nothing is waiting for you just now.',
  lettersToPost: (count: number) => (count === 1 ? 'One letter to post' : `${count} letters to post`),
  assurances: (count: number) =>
    count === 1 ? 'One assurance awaits a decision' : `${count} assurances await a decision`,
  endingRequests: (count: number) =>
    count === 1 ? 'One request to end an account' : `${count} requests to end accounts`,
  withoutAdministrator: (count: number) =>
    count === 1
      ? 'One school or municipality has no administrator'
      : `${count} schools and municipalities have no administrator`,
} as const
