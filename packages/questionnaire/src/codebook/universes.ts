import type { Condition, LanguageCode, LocalizedText, Question, Questionnaire, VariableSource } from '@klankbord/model'
import { canonicalJson, localize } from '@klankbord/model'
import { describeCondition } from '../condition/describe-condition.ts'
import { OWN_LANGUAGES, sayIn } from './codebook-words.ts'

/**
 * Says for whom each variable of a questionnaire is asked, in Dutch and English; undefined for everybody. A question in
 * panels is asked of those who have so many panels. Most variables share their condition with others, so that each is put
 * into words once.
 */
export function universes(questionnaire: Questionnaire): (source: VariableSource) => LocalizedText | undefined {
  const described = new Map<string, LocalizedText>()
  const describe = (condition: Condition): LocalizedText => {
    const key = canonicalJson(condition)
    const text = described.get(key) ?? inOwnLanguages((each) => describeCondition(questionnaire, condition, each))
    described.set(key, text)
    return text
  }
  return (source) => {
    const condition = universeCondition(source, questionnaire)
    const asked = condition && describe(condition)
    const { name, panel } = source
    if (panel === undefined) return asked
    return inOwnLanguages((language) => {
      const first = panelWords(name, panel, questionnaire, language)
      const second = asked?.[language]
      return second === undefined ? first : sayIn(language)('universeBoth', { first, second })
    })
  }
}

const inOwnLanguages = (say: (language: LanguageCode) => string): LocalizedText =>
  Object.fromEntries(OWN_LANGUAGES.map((language) => [language, say(language)]))

function panelWords(
  name: string,
  number: number,
  { questions, language: source }: Questionnaire,
  language: LanguageCode,
): string {
  const title = questions.find((question) => question.name === name)?.title ?? {}
  return sayIn(language)('universePanel', { number, title: localize(title, language, source) })
}

/**
 * The condition under which a variable is asked: that of its question and that of its part (a row, an option of a
 * ranking, a question in a panel); words beside "other" ask for that option. Undefined for everybody.
 */
function universeCondition(source: VariableSource, questionnaire: Questionnaire): Condition | undefined {
  const { questions, notes = [], durations = [] } = questionnaire
  if (source.kind === 'derived') return all([notes.find((note) => note.name === source.name)?.visibleIf])
  const name =
    source.kind === 'duration' ? durations.find((duration) => duration.name === source.name)?.amount : source.name
  const question = questions.find((candidate) => candidate.name === name)
  if (!question) return undefined
  const part = partIn(question, source)
  return all([question.visibleIf, question.enableIf, part?.visibleIf, part?.enableIf, otherOf(question, source)])
}

type Conditional = Pick<Question, 'visibleIf' | 'enableIf'>

function partIn(question: Question, { kind, part }: VariableSource): Conditional | undefined {
  switch (question.type) {
    case 'matrix':
      return question.rows.find((row) => row.name === part)
    case 'multipletext':
      return question.items.find((item) => item.name === part)
    case 'ranking':
      return question.options.find((option) => option.value === part)
    case 'paneldynamic':
      return kind === 'panels' ? undefined : question.questions.find((inner) => inner.name === part)
    default:
      return undefined
  }
}

/** Whoever chose the option "other" is asked for words. */
function otherOf(question: Question, { kind, part }: VariableSource): Condition | undefined {
  if (kind !== 'comment') return undefined
  const inner =
    question.type === 'paneldynamic' ? question.questions.find((candidate) => candidate.name === part) : question
  const other = inner && 'options' in inner ? inner.options.find((option) => option.other === true) : undefined
  if (!inner || !other) return undefined
  const left = { variable: inner.name, ...(inner === question ? {} : { panel: true as const }) }
  return { op: inner.type === 'checkbox' ? 'contains' : 'equal', left, right: { value: other.value } }
}

/** Conditions that must hold together, as one list, which reads better than lists within lists. */
function all(parts: readonly (Condition | undefined)[]): Condition | undefined {
  const of = parts.filter((part) => part !== undefined).flatMap(partsOf)
  return of.length > 1 ? { op: 'and', of } : of[0]
}

const partsOf = (condition: Condition): readonly Condition[] =>
  condition.op === 'and' ? condition.of.flatMap(partsOf) : [condition]
