import type { EntryDesk, EntryWave } from '@klankbord/model'

/** What somebody does with a round: interview, or type forms. */
export type EntryTask = 'interview' | 'paper'

/** What somebody can do, and in which rounds: by what they are, and by how each round is answered. */
export function tasksOf({ mayInterview, mayTypePaper, waves }: EntryDesk): {
  readonly waves: readonly EntryWave[]
  of(wave: EntryWave): readonly EntryTask[]
} {
  const of = ({ channels }: EntryWave): readonly EntryTask[] => [
    ...(mayInterview && channels.some((one) => one !== 'paper') ? (['interview'] as const) : []),
    ...(mayTypePaper && channels.includes('paper') ? (['paper'] as const) : []),
  ]
  return { waves: waves.filter((wave) => of(wave).length > 0), of }
}
