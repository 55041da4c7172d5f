import {
  topicWordings,
  withOurWording,
  withOwnWording,
  wmoClientExperience,
  type OwnWords,
} from '@klankbord/instruments'
import { finding, type Finding, type Json, type Questionnaire } from '@klankbord/model'
import { compile, compileText } from '@klankbord/questionnaire'
import { applyEdits, modify } from 'jsonc-parser'
import { refused } from '../http/refused-request.ts'

/** By topic ("T1") what a study asks instead; null takes our words back. */
export type NewWords = Readonly<Record<string, OwnWords | null>>

/**
 * The text of a definition with other words for some topics. Only those questions are written anew, so that the rest
 * stays as its author typed it. Words that are ours to the letter are ours, with their benchmark key.
 *
 * @throws RefusedRequest `definitionRefused` when the text does not compile, before or after; `bodyRefused` for an answer
 *   that the question does not have, and for words without the language of the questionnaire
 * @throws Problem `unknownTopic`
 */
export function rewordedDefinition(text: string, words: NewWords): string {
  const before = compiledOr(compileText(text))
  refuseMisfits(before, words)
  const own = Object.entries(words).flatMap(([topic, theirs]) => (theirs === null ? [] : [[topic, theirs] as const]))
  // An answer without words of its own has our label, also where it had another before.
  const ours = withOurWording(wmoClientExperience, JSON.parse(text) as Json, Object.keys(words))
  const entered = withOwnWording({ ...wmoClientExperience, definition: ours }, Object.fromEntries(own)).definition
  const same = topicWordings(wmoClientExperience, compiledOr(compile(entered))).filter((topic) => !topic.own)
  const back = same.flatMap(({ topic }) => (topic in words ? [topic] : []))
  const definition = withOurWording(wmoClientExperience, entered, back)
  const { questions } = compiledOr(compile(definition))
  return questions
    .filter(({ topic }) => topic !== undefined && topic in words)
    .reduce((written, { path }) => replacedAt(written, stepsOf(path), valueAt(definition, stepsOf(path))), text)
}

function refuseMisfits(questionnaire: Questionnaire, words: NewWords): void {
  const { language } = questionnaire
  const known = new Map(topicWordings(wmoClientExperience, questionnaire).map((topic) => [topic.topic, topic]))
  const misfits = Object.entries(words).flatMap(([topic, theirs]): readonly Finding[] => {
    if (theirs === null) return []
    const codes = new Set(known.get(topic)?.now.answers.map(({ code }) => String(code)))
    const strange = Object.keys(theirs.answers ?? {}).filter((code) => known.has(topic) && !codes.has(code))
    const texts = [
      ['title', theirs.title] as const,
      ...Object.entries(theirs.answers ?? {}).map(([code, text]) => [`answers/${code}`, text] as const),
    ]
    const bare = texts.filter(([, text]) => text[language] === undefined)
    return [
      ...strange.map((code) => finding('unknownField', `/words/${topic}/answers/${code}`, { field: code })),
      ...bare.map(([place]) => {
        const path = `/words/${topic}/${place}/${language}`
        return finding('wrongField', path, { field: path, expected: 'a text in the language of the questionnaire' })
      }),
    ]
  })
  if (misfits.length > 0) throw refused('bodyRefused', { fields: misfits.map(({ path }) => path) }, misfits)
}

function compiledOr({ questionnaire, findings }: ReturnType<typeof compile>): Questionnaire {
  const blocking = findings.filter(({ severity }) => severity === 'block')
  if (questionnaire === null) throw refused('definitionRefused', { findings: blocking.length }, blocking)
  return questionnaire
}

type Steps = readonly (string | number)[]

function stepsOf(pointer: string): Steps {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~')))
}

function valueAt(definition: Json, steps: Steps): unknown {
  return steps.reduce<unknown>((value, step) => (value as Readonly<Record<string, unknown>>)[step], definition)
}

function replacedAt(text: string, steps: Steps, value: unknown): string {
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' }
  return applyEdits(text, modify(text, [...steps], value, { formattingOptions }))
}
