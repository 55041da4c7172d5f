import type { WaveSummary } from '@klankbord/model'

/**
 * The messages that tell what closing a round means, in order. Of a round with anonymous codes nobody knows how many
 * answers wait to be counted, so it is never said to have none. Where there are codes, who has one may still come.
 *
 * @example closingWords({ mode: 'open', answers: 0 }) // ['close1', 'close2']
 */
export function closingWords({
  mode,
  answers,
}: Pick<WaveSummary, 'mode' | 'answers'>): readonly (
  'close1' | 'close1Code' | 'close2' | 'close3' | 'close4' | 'closeUncounted'
)[] {
  const kept = mode === 'codeAnonymous' ? 'closeUncounted' : 'close2'
  const first = mode === 'open' ? 'close1' : 'close1Code'
  return answers === 0 && kept === 'close2' ? [first, kept] : [first, kept, 'close3', 'close4']
}
