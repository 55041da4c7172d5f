import type { CoachedOption } from '../coached-question.ts'
import { hasMatch } from '../has-match.ts'
import type { Words } from '../words/words.ts'

/** Where an option stands: 1 good, -1 bad, 0 in the middle, null not on a scale from bad to good. */
export function sideOf(lower: string, { scale }: Words): -1 | 0 | 1 | null {
  if (hasMatch(scale.both, lower)) return 0
  const bad = hasMatch(scale.negative, lower)
  const rest = lower.replaceAll(scale.negative, ' ')
  const good = hasMatch(scale.positive, rest)
  if (bad && good) return 0
  if (!bad && !good) return hasMatch(scale.middle, lower) ? 0 : null
  const denied = hasMatch(scale.denials, lower)
  return bad !== denied ? -1 : 1
}

/** The options that stand on the scale: no way out, and none about the reader ("Ik heb geen kamer"). */
export function scaleOptions(options: readonly CoachedOption[], words: Words): readonly CoachedOption[] {
  return options.filter(({ lower, wayOut }) => !wayOut && !hasMatch(words.scale.ownCase, lower))
}
