import { translator, type LanguageCode, type LocalizedText, type Questionnaire, type Translate } from '@klankbord/model'
import { RULES, type Advice, type RuleName } from './advice.ts'
import en from './messages/en.json' with { type: 'json' }
import nl from './messages/nl.json' with { type: 'json' }
import type { Remark } from './remark.ts'
import type { QuestionRule, TextRule, WholeRule } from './rule.ts'
import { abbreviation } from './rules/abbreviation.ts'
import { doubleNegation } from './rules/double-negation.ts'
import { doubleQuestion } from './rules/double-question.ts'
import { heavyWithoutHelp } from './rules/heavy-without-help.ts'
import { jargon } from './rules/jargon.ts'
import { leading } from './rules/leading.ts'
import { longSentence } from './rules/long-sentence.ts'
import { matrix } from './rules/matrix.ts'
import { negation } from './rules/negation.ts'
import { noWayOut } from './rules/no-way-out.ts'
import { officialese } from './rules/officialese.ts'
import { overlappingOptions } from './rules/overlapping-options.ts'
import { passive } from './rules/passive.ts'
import { scaleOrder } from './rules/scale-order.ts'
import { tooManyOptions } from './rules/too-many-options.ts'
import { unbalancedScale } from './rules/unbalanced-scale.ts'
import switchedOff from './switched-off.json' with { type: 'json' }
import { textsOf } from './texts-of.ts'
import { wordsOf } from './words/words.ts'

type Key = keyof typeof nl

/** Rules whose precision on the held-out items is below 0.8, with that precision. */
const SWITCHED_OFF: readonly { readonly language: string; readonly rule: string; readonly precision: number }[] =
  switchedOff

const TEXT_RULES: readonly TextRule[] = [
  longSentence,
  doubleQuestion,
  negation,
  doubleNegation,
  jargon,
  officialese,
  passive,
  abbreviation,
  leading,
]
const QUESTION_RULES: readonly QuestionRule[] = [
  tooManyOptions,
  overlappingOptions,
  unbalancedScale,
  noWayOut,
  matrix,
  heavyWithoutHelp,
]
const WHOLE_RULES: readonly WholeRule[] = [scaleOrder]

const SAYINGS: readonly (readonly [LanguageCode, Translate<Key>])[] = [
  ['nl', translator<Key>({ nl, en }, 'nl')],
  ['en', translator<Key>({ nl, en }, 'en')],
]

/** Whether the coach reads this language. @example isCoached('tr') // false */
export function isCoached(language: LanguageCode): boolean {
  return wordsOf(language) !== null
}

/** The rules that are on in a language: all but those whose precision was found too low. */
export function rulesOn(language: LanguageCode): readonly RuleName[] {
  const base = language.split('-')[0]
  const off = new Set<string>(SWITCHED_OFF.filter((one) => one.language === base).map(({ rule }) => rule))
  return RULES.filter((rule) => !off.has(rule))
}

/**
 * Indications for whoever writes a questionnaire, in the order of its texts: what may be hard to read or to answer, why,
 * and how it could be put. None of them is a verdict, and a questionnaire without any can still be hard to read.
 *
 * @param language of the texts that are read, Dutch or English; for other languages there is no advice
 * @param rules the rules to look with; those that are on when left out
 * @example coach(questionnaire).map(({ rule, text }) => `${rule}: ${text}`) // ['jargon: maatwerkvoorziening']
 */
export function coach(
  questionnaire: Questionnaire,
  language: LanguageCode = questionnaire.language,
  rules: readonly RuleName[] = rulesOn(language),
): readonly Advice[] {
  const words = wordsOf(language)
  if (words === null) return []
  const wanted = new Set(rules)
  const { texts, questions } = textsOf(questionnaire, language, words)
  const advice = (rule: RuleName, path: string, question: string | null, remark: Remark): Advice => ({
    rule,
    path: remark.path ?? path,
    question,
    language,
    text: remark.text,
    ...sayings(rule, remark),
  })
  const ofTexts = texts.flatMap(({ read, path, question, around }) =>
    TEXT_RULES.filter(({ name, roles }) => wanted.has(name) && roles.includes(read.role)).flatMap((rule) =>
      rule.look(read, words, around).map((remark) => advice(rule.name, path, question, remark)),
    ),
  )
  const ofQuestions = questions.flatMap((one) =>
    QUESTION_RULES.filter(({ name }) => wanted.has(name)).flatMap((rule) => {
      const remark = rule.look(one, words)
      return remark === null ? [] : [advice(rule.name, one.question.path, one.question.name, remark)]
    }),
  )
  const ofAll = WHOLE_RULES.filter(({ name }) => wanted.has(name)).flatMap((rule) =>
    rule
      .look(questions, words)
      .map(({ question: { question }, remark }) => advice(rule.name, question.path, question.name, remark)),
  )
  return inOrder(
    [...ofTexts, ...ofQuestions, ...ofAll],
    questions.map(({ question }) => question.name),
  )
}

function sayings(rule: RuleName, { text, values }: Remark): Pick<Advice, 'title' | 'reason' | 'hint'> {
  const filled = (part: 'title' | 'reason' | 'hint'): LocalizedText =>
    Object.fromEntries(SAYINGS.map(([language, say]) => [language, say(`${rule}.${part}`, { text, ...values })]))
  return { title: filled('title'), reason: filled('reason'), hint: filled('hint') }
}

/** Texts beside the questions first, then question by question. */
function inOrder(all: readonly Advice[], names: readonly string[]): readonly Advice[] {
  const places = new Map(names.map((name, place) => [name, place]))
  const place = ({ question }: Advice): number => (question === null ? -1 : (places.get(question) ?? names.length))
  return all.toSorted((a, b) => place(a) - place(b))
}
