import {
  hasOptions,
  type Category,
  type ChoiceQuestion,
  type InputQuestion,
  type LocalizedText,
  type Option,
  type PanelDynamicQuestion,
  type Question,
  type Questionnaire,
  type RankingQuestion,
  type Variable,
} from '@klankbord/model'
import { numberedTitle, ownWords } from './codebook-words.ts'
import { describeDerived, describeDuration } from './describe-derived.ts'
import { aboutOf, partOf, plain, type Description } from './description.ts'
import { levelOf, levelOfOptions } from './measurement-of.ts'
import type { VariableOutline } from './variables-of.ts'

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

const categoryOf = ({ code, value, text, tone, empty }: Option): Category => ({
  code,
  value,
  label: text,
  ...(tone === undefined ? {} : { tone }),
  ...(empty === undefined ? {} : { empty }),
})
