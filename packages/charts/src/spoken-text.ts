import type { LanguageCode } from '@klankbord/model'
import { chartTexts } from './chart-texts.ts'
import { capitalised, singleStop, unstopped } from './localized.ts'
import { spokenShare } from './spoken-share.ts'

/** Who, as the start of a sentence, and whether its verb is plural. */
export interface SpokenPeople {
  readonly who: string
  readonly plural: 'yes' | 'no'
}

/** A number from one to ten as a word, and above it as digits. */
export function numberWord(value: number, language: LanguageCode): string {
  return chartTexts(language)('number', { value })
}

/**
 * A share of people as the start of a sentence.
 *
 * @example spokenPeople(765, 1000, 'nl').who // 'Ruim drie van de vier mensen'
 */
export function spokenPeople(count: number, n: number, language: LanguageCode): SpokenPeople {
  const text = chartTexts(language)
  const share = spokenShare(count, n)
  if (share.kind === 'percent') {
    return { who: text('percentOfPeople', { percent: share.percent }), plural: pluralOf(language, true) }
  }
  if (share.kind !== 'fraction') {
    const nobody = share.kind === 'none' || share.kind === 'almostNone'
    return { who: text(`people_${share.kind}`), plural: nobody ? 'no' : 'yes' }
  }
  const who = text('fraction', {
    near: share.near,
    of: share.of,
    partWord: numberWord(share.part, language),
    ofWord: numberWord(share.of, language),
  })
  return { who: capitalised(who), plural: pluralOf(language, share.of === 2 || share.part === 1) }
}

/** In Dutch a half, a percentage and "one in five" take a singular verb; in English all are plural. */
function pluralOf(language: LanguageCode, single: boolean): 'yes' | 'no' {
  return language.startsWith('en') || !single ? 'yes' : 'no'
}

/**
 * How many people are positive, in one sentence.
 *
 * @param question its label, whether its answers say agreement, and the positive answers in words
 * @param again whether the sentence before said the same
 * @example 'Ruim drie van de vier mensen zijn het eens met “Mijn hulp is goed”.'
 */
export function positiveSentence(
  question: { readonly statement: string; readonly agreeing: boolean; readonly measure: string },
  share: number,
  language: LanguageCode,
  again: 'yes' | 'no' = 'no',
): string {
  const text = chartTexts(language)
  const people = spokenPeople(share, 1, language)
  const statement = unstopped(question.statement)
  return singleStop(
    question.agreeing
      ? text('agreeWith', { ...people, statement, again })
      : text('answerTo', { ...people, statement, measure: question.measure, again }),
  )
}
