import type { CoachedOption } from '../coached-question.ts'
import type { Words } from '../words/words.ts'

/** Where an option stands: 1 good, -1 bad, 0 in the middle, null not on a scale from bad to good. */
export function sideOf(lower: string, { scale }: Words): -1 | 0 | 1 | null {
  if (scale.both.isIn(lower)) return 0
  const bad = scale.negative.isIn(lower)
  const rest = scale.negative.takenFrom(lower)
  const good = scale.positive.isIn(rest)
  if (bad && good) return 0
  if (!bad && !good) return scale.middle.isIn(lower) ? 0 : null
  const denied = scale.denials.isIn(lower)
  return bad !== denied ? -1 : 1
}

/** The options that stand on the scale: no way out, and none about the reader ("Ik heb geen kamer"). */
export function scaleOptions(options: readonly CoachedOption[], words: Words): readonly CoachedOption[] {
  return options.filter(({ lower, wayOut }) => !wayOut && !words.scale.ownCase.opens(lower))
}
