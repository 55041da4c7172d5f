import { hasOptions, type LocalizedText, type Question, type Questionnaire } from '@klankbord/model'
import { compile, wordingHash } from '@klankbord/questionnaire'
import type { Instrument } from '../instrument.ts'

/** Everything that people read at a question. */
export interface TopicWords {
  readonly title: LocalizedText
  readonly prompt?: LocalizedText
  readonly description?: LocalizedText
  readonly answers: readonly { readonly code: number; readonly text: LocalizedText }[]
}

/** How a questionnaire words a topic of an instrument. */
export interface TopicWording {
  /** "T1". */
  readonly topic: string
  /** Name of the question in the questionnaire. */
  readonly name: string
  readonly ours: TopicWords
  readonly now: TopicWords
  /** Whether people read other words than ours, as the hash tells. */
  readonly own: boolean
}

/**
 * How a questionnaire words the topics of an instrument, in the order of the instrument. A topic that the questionnaire
 * does not ask, or asks as another type of question, is left out; no topic at all means that it was not made from it.
 *
 * @example topicWordings(wmoClientExperience, questionnaire).filter(({ own }) => own).length // 2
 */
export function topicWordings(instrument: Instrument, questionnaire: Questionnaire): readonly TopicWording[] {
  const { language } = questionnaire
  return topicQuestions(instrument).flatMap((ours): readonly TopicWording[] => {
    const now = questionnaire.questions.find(({ topic, type }) => topic === ours.topic && type === ours.type)
    if (now === undefined || ours.topic === undefined) return []
    const own = wordingHash(now, language) !== wordingHash(ours, language)
    return [{ topic: ours.topic, name: now.name, ours: wordsOf(ours), now: wordsOf(now), own }]
  })
}

function topicQuestions({ definition }: Instrument): readonly Question[] {
  return (compile(definition).questionnaire?.questions ?? []).filter(({ topic }) => topic !== undefined)
}

function wordsOf(question: Question): TopicWords {
  const { title, prompt, description } = question
  const answers = hasOptions(question) ? question.options.map(({ code, text }) => ({ code, text })) : []
  return { title, ...(prompt && { prompt }), ...(description && { description }), answers }
}
