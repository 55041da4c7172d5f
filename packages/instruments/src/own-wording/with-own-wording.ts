import { problem, type Json, type LocalizedText } from '@klankbord/model'
import { compile, wordingHash } from '@klankbord/questionnaire'
import type { Instrument } from '../instrument.ts'
import { topicNames } from '../topic-names.ts'

/** A study's own words for one topic. What is left out is not asked: nothing of ours is mixed in. */
export interface OwnWords {
  readonly title: LocalizedText
  readonly prompt?: LocalizedText
  readonly description?: LocalizedText
  /** Other words for answers that stay what they are, by their code: 1 for the most positive, -3 for "don't know". */
  readonly answers?: Readonly<Record<number, LocalizedText>>
}

/** An instrument whose questions were worded by a study. It belongs to that study, and is never bundled or exported. */
export interface StudyInstrument extends Omit<Instrument, 'rights'> {
  readonly rights: 'study'
  /**
   * `wordingHash` of each question that has the study's own words, by the name of the question. Empty when the words do
   * not compile, as with a place for an answer that nobody gives: `compile` says what is wrong.
   */
  readonly wordingHashes: Readonly<Record<string, string>>
}

/**
 * The instrument with a study's own words for some of its topics, such as the official sentences that a municipality
 * asked before. Codes, order and routing stay. The benchmark key goes: figures can be set beside those of the same words
 * only, which `mayCompare` tells by the hash.
 *
 * @param words by topic ("T1") what the study asks instead
 * @throws Problem `unknownTopic` for a topic that the instrument does not have
 * @example withOwnWording(wmoClientExperience, { T6: { title: { nl: 'Wat vond u van de hulp?' } } }).rights // 'study'
 */
export function withOwnWording(instrument: Instrument, words: Readonly<Record<string, OwnWords>>): StudyInstrument {
  const topics = new Map(Object.entries(words))
  const names = topicNames(compile(instrument.definition).questionnaire?.questions ?? [])
  for (const topic of topics.keys())
    if (!names.has(topic)) throw problem('unknownTopic', { topic, known: [...names.keys()] })
  const definition = reworded(instrument.definition, topics)
  const { questionnaire } = compile(definition)
  const own = [...names].filter(([topic]) => topics.has(topic)).map(([, name]) => name)
  const hashes = own.flatMap((name): readonly (readonly [string, string])[] => {
    const question = questionnaire?.questions.find((one) => one.name === name)
    return question && questionnaire ? [[name, wordingHash(question, questionnaire.language)]] : []
  })
  return { ...instrument, rights: 'study', definition, wordingHashes: Object.fromEntries(hashes) }
}

/** The definition with other words wherever an element has one of these topics. */
function reworded(value: Json, words: ReadonlyMap<string, OwnWords>): Json {
  if (value === null || typeof value !== 'object') return value
  if (isList(value)) return value.map((item) => reworded(item, words))
  const topic = value['topic']
  const own = typeof topic === 'string' ? words.get(topic) : undefined
  if (own) return rewordedQuestion(value, own)
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, reworded(item, words)]])),
  )
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

/** What is ours in a question, and goes with our words. */
const OURS: ReadonlySet<string> = new Set(['title', 'prompt', 'description', 'benchmarkKey', 'choices'])

function rewordedQuestion(question: { readonly [key: string]: Json | undefined }, own: OwnWords): Json {
  const { title, prompt, description, answers } = own
  const choices = question['choices']
  return {
    ...Object.fromEntries(Object.entries(question).filter(([key]) => !OURS.has(key))),
    title,
    ...(prompt && { prompt }),
    ...(description && { description }),
    ...(choices !== undefined && isList(choices) && { choices: choices.map((each) => answer(each, answers)) }),
  }
}

function answer(choice: Json, answers: OwnWords['answers']): Json {
  if (choice === null || typeof choice !== 'object' || isList(choice)) return choice
  const text = answers?.[Number(choice['value'])]
  return text ? { ...choice, text } : choice
}
