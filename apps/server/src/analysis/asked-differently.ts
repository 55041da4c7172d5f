import type { AnswerMode, Questionnaire } from '@klankbord/model'
import { comparableOf, compareVersions, mayCompare, type ChangeKind } from '@klankbord/questionnaire'
import type { AskedDifferently } from '@klankbord/statistics'

/** How a wave was asked. */
export interface AskedWave {
  readonly questionnaire: Questionnaire
  /** In which ways people answered it. */
  readonly modes: readonly AnswerMode[]
}

/** What each kind of change makes different for who answers; none: nothing, or there is no answer to compare. */
const DIFFERS_BY: Readonly<Partial<Record<ChangeKind, AskedDifferently>>> = {
  wording: 'wording',
  breaking: 'scale',
  order: 'scale',
  added: 'scale',
  removed: 'scale',
  routing: 'people',
}

/**
 * What was different between two rounds of one study for a variable or scale. Versions decide by `compareVersions`, so
 * that a typo breaks nothing; ways of answering by `mayCompare`: those of a round that was answered in several ways are
 * like no other.
 *
 * @example askedDifferently({ questionnaire: v1, modes: ['web'] }, { questionnaire: v2, modes: ['web'] }, 'quick') // ['wording']
 */
export function askedDifferently(before: AskedWave, after: AskedWave, variable: string): readonly AskedDifferently[] {
  const found = new Set<AskedDifferently>()
  if (before.questionnaire.hash !== after.questionnaire.hash) {
    const changes = compareVersions(before.questionnaire, after.questionnaire).changes
    for (const { kind, breaksTrendOf } of changes)
      if (breaksTrendOf.includes(variable)) found.add(DIFFERS_BY[kind] ?? 'wording')
  }
  if (modesDiffer(before, after)) found.add('mode')
  return ORDER.filter((one) => found.has(one))
}

const ORDER: readonly AskedDifferently[] = ['wording', 'scale', 'people', 'mode']

/** In which way people answered, where that is one way. */
export function onlyMode({ modes }: Pick<AskedWave, 'modes'>): AnswerMode {
  return modes.length === 1 ? (modes[0] ?? 'notKnown') : 'notKnown'
}

function modesDiffer(before: AskedWave, after: AskedWave): boolean {
  const same = { wordingHash: '', scaleHash: '' }
  return !mayCompare({ ...same, mode: onlyMode(before) }, { ...same, mode: onlyMode(after) }).allowed
}

/**
 * What was different for a question between rounds of two studies: words and answers must be the same to the letter.
 *
 * @returns null where one of them does not ask it
 */
export function differsBetweenStudies(
  ours: AskedWave & { readonly question: string },
  theirs: AskedWave & { readonly question: string },
): readonly AskedDifferently[] | null {
  const [a, b] = [ours, theirs].map((asked) => comparableOf(asked.questionnaire, asked.question, onlyMode(asked)))
  return a && b ? mayCompare(a, b).differs : null
}
