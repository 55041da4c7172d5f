import { problem, type Json, type LanguageCode, type LocalizedText } from '@klankbord/model'
import { compile } from '@klankbord/questionnaire'
import type { Instrument } from '../instrument.ts'

type Element = { readonly [key: string]: Json | undefined }

/**
 * A study's definition with our words back at some topics, and the benchmark key with them. What the study changed
 * beside the words stays: the place of the question, when it is asked, an answer that we do not have.
 *
 * @param definition one that compiles
 * @param topics such as "T6"
 * @throws Problem `unknownTopic` for a topic that the instrument does not have
 * @example withOurWording(wmoClientExperience, study.definition, ['T6'])
 */
export function withOurWording(instrument: Instrument, definition: Json, topics: readonly string[]): Json {
  const ours = new Map(elementsWithTopic(instrument.definition))
  for (const topic of topics) if (!ours.has(topic)) throw problem('unknownTopic', { topic, known: [...ours.keys()] })
  const languages = new Set(compile(definition).questionnaire?.languages ?? [])
  const wanted = new Set(topics)
  const restored = (value: Json): Json => {
    if (!isObject(value)) return isList(value) ? value.map(restored) : value
    const topic = value['topic']
    const original = typeof topic === 'string' && wanted.has(topic) ? ours.get(topic) : undefined
    return original ? withWordsOf(value, original, languages) : mapped(value, restored)
  }
  return restored(definition)
}

/** What carries words, and what a benchmark hangs on. */
const WORDS = ['title', 'prompt', 'description', 'benchmarkKey'] as const

function withWordsOf(study: Element, ours: Element, languages: ReadonlySet<LanguageCode>): Json {
  const said = (value: Json): Json => (isText(value) ? inLanguages(value, languages) : value)
  const words = WORDS.flatMap((key) => (ours[key] === undefined ? [] : [[key, said(ours[key])] as const]))
  const rest = Object.entries(study).filter(([key]) => !WORDS.some((word) => word === key))
  const choices = study['choices']
  const original = ours['choices']
  const texts = new Map((isList(original) ? original : []).filter(isObject).map((one) => [one['value'], one['text']]))
  const answer = (choice: Json): Json => {
    const value = isObject(choice) ? choice['value'] : choice
    const text = texts.get(value)
    return text === undefined ? choice : { ...(isObject(choice) ? choice : { value }), text: said(text) }
  }
  return Object.fromEntries([
    ...rest.filter(([key]) => key !== 'choices'),
    ...words,
    ...(isList(choices) ? [['choices', choices.map(answer)] as const] : []),
  ])
}

function elementsWithTopic(value: Json): readonly (readonly [topic: string, element: Element])[] {
  if (isList(value)) return value.flatMap(elementsWithTopic)
  if (!isObject(value)) return []
  const topic = value['topic']
  if (typeof topic === 'string') return [[topic, value]]
  return Object.values(value).flatMap((item) => (item === undefined ? [] : elementsWithTopic(item)))
}

/** A study that dropped a language does not get it back with a sentence. */
function inLanguages(text: LocalizedText, languages: ReadonlySet<LanguageCode>): LocalizedText {
  return Object.fromEntries(Object.entries(text).filter(([language]) => languages.has(language)))
}

function mapped(value: Element, change: (item: Json) => Json): Json {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, change(item)]])),
  )
}

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)
const isObject = (value: Json | undefined): value is Element =>
  value !== null && typeof value === 'object' && !isList(value)
const isText = (value: Json): value is LocalizedText =>
  isObject(value) && Object.values(value).every((words) => typeof words === 'string')
