import {
  hasOptions,
  type Category,
  type ChoiceQuestion,
  type InputQuestion,
  type LocalizedText,
  type MeasurementLevel,
  type Option,
  type PanelDynamicQuestion,
  type Question,
  type Questionnaire,
  type RankingQuestion,
  type Variable,
} from '@klankbord/model'
import { numberedTitle, ownWords } from './codebook-words.ts'
import { levelOf, levelOfOptions } from './measurement-of.ts'
import type { VariableOutline } from './variables-of.ts'

/** What a codebook says of a variable, but for its place in packed answers, its universe and its scales. */
export type Description = Omit<Variable, keyof VariableOutline | 'slot' | 'slots' | 'number' | 'universe' | 'scales'>

/**
 * Describes a variable from what it is the answer to. A part (a row, an item, an option, words beside "other") has
 * its own text for label and the title of its question for prompt.
 */
export function describeVariable({ source }: VariableOutline, questionnaire: Questionnaire): Description {
  const { name, kind } = source
  if (kind === 'derived') return describeDerived(name, questionnaire)
  if (kind === 'duration') return describeDuration(name, questionnaire)
  const question = questionnaire.questions.find((candidate) => candidate.name === name)
  if (!question) return plain({ [questionnaire.language]: name }, 'nominal')
  const about = aboutOf(question)
  switch (question.type) {
    case 'matrix': {
      const row = question.rows.find((candidate) => candidate.name === source.part)
      const level = question.measurement ?? levelOfOptions(question.columns, question.scale)
      const { benchmarkKey, ...rest } = about
      return {
        ...plain(row?.text ?? question.title, level, question.columns.map(categoryOf)),
        ...rest,
        ...(benchmarkKey === undefined ? {} : { benchmarkKey: `${benchmarkKey}__${source.part}` }),
        prompt: question.title,
      }
    }
    case 'multipletext': {
      const item = question.items.find((candidate) => candidate.name === source.part)
      return item ? within(item, question, question.title) : plain(question.title, 'nominal')
    }
    case 'ranking':
      return { ...describeRank(question, source.part, questionnaire.language), ...partOf(about) }
    case 'paneldynamic':
      return describePanel(question, source, questionnaire.language)
    case 'signaturepad':
      return { ...plain(question.title, 'nominal'), ...about }
    default:
      return kind === 'comment'
        ? { ...describeWords(question), ...partOf(about), prompt: question.title }
        : { ...describeSimple(question), ...about }
  }
}

const plain = (
  label: LocalizedText,
  measurement: MeasurementLevel,
  categories: readonly Category[] = [],
): Description => ({ label, categories, measurement, sensitive: false })

type About = Pick<Variable, 'prompt' | 'topic' | 'theme' | 'scale' | 'sensitive' | 'benchmarkKey'>

function aboutOf({ prompt, topic, theme, scale, sensitive, benchmarkKey }: Question): About {
  return {
    ...(prompt && { prompt }),
    ...(topic === undefined ? {} : { topic }),
    ...(theme === undefined ? {} : { theme }),
    ...(scale === undefined ? {} : { scale }),
    sensitive,
    ...(benchmarkKey === undefined ? {} : { benchmarkKey }),
  }
}

/** Of a part that is no measurement on its question's answer scale, and not what is compared with others. */
function partOf({ scale: _scale, benchmarkKey: _key, ...rest }: About): About {
  return rest
}

function describeSimple(question: ChoiceQuestion | InputQuestion): Description {
  const categories = hasOptions(question) ? question.options.map(categoryOf) : []
  const months = question.type === 'month' ? { months: true as const } : {}
  return { ...plain(question.title, levelOf(question), categories), ...months }
}

const describeWords = (question: ChoiceQuestion | InputQuestion): Description =>
  plain(otherOptionOf(question)?.text ?? question.title, 'nominal')

const otherOptionOf = (question: ChoiceQuestion | InputQuestion): Option | undefined =>
  hasOptions(question) ? question.options.find((option) => option.other === true) : undefined

/** A question inside another one. What it does not say itself its question says. */
function within(inner: ChoiceQuestion | InputQuestion, outer: Question, prompt: LocalizedText): Description {
  const about = { ...partOf(aboutOf(outer)), ...aboutOf(inner), sensitive: outer.sensitive || inner.sensitive }
  return { ...describeSimple(inner), ...about, prompt }
}

function describeRank(
  { title, options, maxSelected, measurement = 'ordinal' }: RankingQuestion,
  value: string | number | undefined,
  language: string,
): Description {
  const label = options.find((option) => option.value === value)?.text ?? title
  const places = Array.from({ length: maxSelected }, (_, index): Category => {
    const place = index + 1
    return { code: place, value: place, label: ownWords('rank', language, { place }) }
  })
  return { ...plain(label, measurement, places), prompt: title }
}

function describePanel(
  question: PanelDynamicQuestion,
  { kind, part, panel = 1 }: Variable['source'],
  language: string,
): Description {
  if (kind === 'panels')
    return {
      ...plain(ownWords('panelCount', language), 'ratio'),
      ...partOf(aboutOf(question)),
      prompt: question.title,
    }
  const prompt = numberedTitle(question.title, panel)
  const inner = question.questions.find((candidate) => candidate.name === part)
  if (!inner) return plain(prompt, 'nominal')
  const described = within(inner, question, prompt)
  return kind === 'comment' ? { ...describeWords(inner), sensitive: described.sensitive, prompt } : described
}

function describeDerived(name: string, { calculatedValues = [], notes = [], language }: Questionnaire): Description {
  const shown = notes.find((note) => note.type === 'expression' && note.name === name)
  const value = shown?.type === 'expression' ? shown : calculatedValues.find((candidate) => candidate.name === name)
  const label = shown?.type === 'expression' ? shown.title : { [language]: name }
  switch (value?.valueType) {
    case 'number':
      return plain(label, 'ratio')
    case 'date':
      return plain(label, 'interval')
    case 'boolean':
      return plain(label, 'nominal', [
        { code: 1, value: true, label: ownWords('yes', language) },
        { code: 2, value: false, label: ownWords('no', language) },
      ])
    default:
      return plain(label, 'nominal')
  }
}

/** As sensitive as its amount. */
function describeDuration(name: string, { durations = [], questions, language }: Questionnaire): Description {
  const duration = durations.find((candidate) => candidate.name === name)
  const amount = questions.find((question) => question.name === duration?.amount)
  return {
    ...plain(duration?.title ?? { [language]: name }, 'ratio'),
    ...(amount ? partOf(aboutOf(amount)) : {}),
    prompt: amount?.title ?? { [language]: name },
  }
}

const categoryOf = ({ code, value, text, tone, empty }: Option): Category => ({
  code,
  value,
  label: text,
  ...(tone === undefined ? {} : { tone }),
  ...(empty === undefined ? {} : { empty }),
})
