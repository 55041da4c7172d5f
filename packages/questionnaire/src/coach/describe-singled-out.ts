import { localize, translator, type LanguageCode, type Questionnaire } from '@klankbord/model'
import en from './messages/singled-out-en.json' with { type: 'json' }
import nl from './messages/singled-out-nl.json' with { type: 'json' }
import type { SingledOut } from './singled-out.ts'

/** Merging the answers to one question is worth saying when it leaves at most this share of the people unique. */
const MOST_LEFT = 0.9

/**
 * What `singledOut` found, in sentences: how many people are unique, which questions were not counted in that,
 * which single out most, what to coarsen, and what can be reported. In Dutch, or in English where that is asked for.
 *
 * @param population the number that `singledOut` was given
 * @example
 * describeSingledOut(questionnaire, 14, singledOut(questionnaire, 14), 'nl').at(-1)
 * // 'Wat u publiceert, beschermt de software. Met 14 mensen is alleen het totaal te zien: …'
 */
export function describeSingledOut(
  questionnaire: Questionnaire,
  population: number,
  { questions, leftOut, unique, most, coarsen, report, leastGroup }: SingledOut,
  language: LanguageCode,
): readonly string[] {
  const say = translator<keyof typeof nl>({ nl, en }, language.split('-')[0] ?? language)
  const count = Math.round(unique)
  const titleOf = (wanted: string): string => {
    const title = questionnaire.questions.find(({ name }) => name === wanted)?.title ?? {}
    return localize(title, language, questionnaire.language)
  }
  const coarsening = (): readonly string[] => {
    if (coarsen === null || count === 0) return []
    const { question, from, to } = coarsen
    const left = Math.round(coarsen.unique)
    const helps = left <= count * MOST_LEFT
    return [helps ? say('coarsen', { title: titleOf(question), from, to, count: left }) : say('coarsenMore')]
  }
  const naming = (): readonly string[] => {
    if (count === 0) return []
    const titles = most.map((name) => `‘${titleOf(name)}’`).join(', ')
    return [say('most', { count: most.length, titles })]
  }
  return [
    questions.length === 0 ? say('none') : say('unique', { population, count, questions: questions.length }),
    ...leftOut.map((name) => say('leftOut', { title: titleOf(name) })),
    ...naming(),
    ...coarsening(),
    say(report, { population, leastGroup, twice: 2 * leastGroup }),
  ]
}
