import type { Condition, Page, Question, Screen } from '@klankbord/model'
import { bindExpression } from '../condition/bind-expression.ts'
import { parseExpression } from '../condition/parse-expression.ts'
import type { Known, Scope } from '../condition/scope.ts'
import type { ConditionSource } from './condition-source.ts'
import type { FindingList } from './finding-list.ts'
import type { DraftPage } from './read-questionnaire.ts'
import type { DraftQuestion } from './read-question.ts'

/** Parsing is the dearest part of compiling, so there is a limit to it. */
const MOST_CHARACTERS = 200_000

/** Pages and questions with their conditions as trees, those of pages folded in too, and the screens they stand on. */
export function bindConditions(
  pages: readonly DraftPage[],
  list: FindingList,
): { readonly questions: readonly Question[]; readonly pages: readonly Page[]; readonly screens: readonly Screen[] } {
  const places = placesOf(pages)
  const known = new Map(
    pages
      .flatMap((page) => page.questions)
      .map(({ name, question }): [string, Known | null] => [
        name,
        question && { kind: 'question', question, screen: places.screenOf.get(name) ?? 0 },
      ]),
  )
  let characters = 0
  const bind = (source: ConditionSource | null, screen: number): Condition | undefined => {
    characters += source?.text.length ?? 0
    if (!source || characters > MOST_CHARACTERS) return undefined
    return bound(source, { ...source, list, known, screen })
  }
  const written: Page[] = []
  const questions = pages.flatMap((page) => {
    const first = page.questions[0]
    const ofPage = bind(page.visibleIf, first ? (places.screenOf.get(first.name) ?? 0) : places.screens.length)
    written.push(pageOf(page, ofPage))
    return page.questions.flatMap((draft) => {
      const screen = places.screenOf.get(draft.name) ?? 0
      return withConditions(draft, both(ofPage, bind(draft.visibleIf, screen)), bind(draft.requiredIf, screen)) ?? []
    })
  })
  if (characters > MOST_CHARACTERS)
    list.block('definitionTooLarge', '/pages', { what: 'characters in conditions', limit: MOST_CHARACTERS })
  return { questions, pages: written, screens: places.screens }
}

function pageOf(page: DraftPage, visibleIf: Condition | undefined): Page {
  return {
    name: page.name,
    ...(page.title && { title: page.title }),
    ...(visibleIf && { visibleIf }),
    ...(page.shortGroup && { shortGroup: true }),
    elements: page.questions.map(({ name }) => ({ element: name })),
  }
}

/** One question per screen, unless the page is a declared short group. */
function placesOf(pages: readonly DraftPage[]): {
  readonly screens: readonly Screen[]
  readonly screenOf: ReadonlyMap<string, number>
} {
  const screens = pages.flatMap((page) => {
    const names = [...new Set(page.questions.map((draft) => draft.name))]
    const groups = page.shortGroup && names.length > 0 ? [names] : names.map((name) => [name])
    const title = page.title && { title: page.title }
    return groups.map((questions): Screen => ({ id: questions[0] ?? '', page: page.name, ...title, questions }))
  })
  const screenOf = new Map<string, number>()
  screens.forEach((screen, index) => {
    for (const name of screen.questions) if (!screenOf.has(name)) screenOf.set(name, index)
  })
  return { screens, screenOf }
}

function bound(source: ConditionSource, scope: Scope): Condition | undefined {
  const parsed = parseExpression(source.text)
  if ('expression' in parsed) return bindExpression(parsed.expression, scope) ?? undefined
  scope.list.block('malformedCondition', source.path, {
    property: source.property,
    element: source.element,
    reason: parsed.reason,
  })
  return undefined
}

function both(a: Condition | undefined, b: Condition | undefined): Condition | undefined {
  if (!a || !b) return a ?? b
  return { op: 'and', of: [a, b].flatMap((part) => (part.op === 'and' ? part.of : [part])) }
}

function withConditions(
  draft: DraftQuestion,
  visibleIf: Condition | undefined,
  requiredIf: Condition | undefined,
): Question | null {
  if (!draft.question) return null
  return { ...draft.question, ...(visibleIf && { visibleIf }), ...(requiredIf && { required: requiredIf }) }
}
