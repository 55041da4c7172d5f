import type {
  CalculatedValue,
  Condition,
  Duration,
  HelpLine,
  Json,
  Note,
  Page,
  PageElement,
  Panel,
  Question,
  Questionnaire,
  Scale,
} from '@klankbord/model'
import { printCondition, printOperand } from '../condition/print-expression.ts'
import { writeQuestion } from './write-question.ts'
import { pruned, writingOf, type Writing, type Written } from './written.ts'

/**
 * Writes a questionnaire as a SurveyJS definition of the profile. Compiling that gives the very same questionnaire,
 * with the same hash. What a definition says without meaning anything (a default, the order of keys, the spelling of a
 * condition) is not written back.
 *
 * @example compile(decompile(questionnaire)).questionnaire?.hash === questionnaire.hash // true
 */
export function decompile(questionnaire: Questionnaire): { readonly [key: string]: Json } {
  const writing = writingOf(questionnaire)
  const whole: Whole = {
    language: questionnaire.language,
    writing,
    questions: new Map(questionnaire.questions.map((question) => [question.name, question])),
    notes: new Map(questionnaire.notes?.map((note) => [note.name, note])),
  }
  return pruned({
    title: writing.text(questionnaire.title),
    description: writing.text(questionnaire.description),
    locale: questionnaire.language,
    practiceQuestion: questionnaire.practiceQuestion,
    contactAgain: questionnaire.contactAgain,
    pages: questionnaire.pages.map((page) => ({ name: page.name, ...writeGroup(page, [], whole) })),
    calculatedValues: inPlace(questionnaire.calculatedValues)?.map(writeCalculatedValue),
    scales: inPlace(questionnaire.scales)?.map((scale) => writeScale(scale, writing)),
    durations: inPlace(questionnaire.durations)?.map((duration) => writeDuration(duration, writing)),
    helpLines: inPlace(questionnaire.helpLines)?.map((line) => writeHelpLine(line, writing)),
  })
}

interface Whole {
  readonly language: string
  readonly writing: Writing
  readonly questions: ReadonlyMap<string, Question>
  readonly notes: ReadonlyMap<string, Note>
}

type Group = Pick<Page, 'title' | 'description' | 'visibleIf' | 'enableIf' | 'shortGroup' | 'elements'>

function writeGroup(group: Group, outer: readonly Group[], whole: Whole): Written {
  const around = [...outer, group]
  return {
    title: whole.writing.text(group.title),
    description: whole.writing.text(group.description),
    visibleIf: group.visibleIf && printCondition(group.visibleIf),
    enableIf: group.enableIf && printCondition(group.enableIf),
    shortGroup: group.shortGroup,
    elements: group.elements.map((element) => pruned(writeElement(element, around, whole))),
  }
}

function writeElement(element: PageElement, around: readonly Group[], whole: Whole): Written {
  if (isPanel(element)) return { type: 'panel', name: element.panel, ...writeGroup(element, around, whole) }
  const { language, writing } = whole
  const question = whole.questions.get(element.element)
  if (question)
    return writeQuestion(question, {
      language,
      writing,
      visibleIf: own(question.visibleIf, around, 'visibleIf'),
      enableIf: own(question.enableIf, around, 'enableIf'),
    })
  const note = whole.notes.get(element.element)
  return note ? writeNote(note, own(note.visibleIf, around, 'visibleIf'), writing) : {}
}

const isPanel = (element: PageElement): element is Panel => 'panel' in element

function writeNote(note: Note, visibleIf: Condition | undefined, writing: Writing): Written {
  const { type, name } = note
  const shared = { type, name, visibleIf: visibleIf && printCondition(visibleIf) }
  if (note.type === 'html') return { ...shared, html: writing.text(note.html) }
  return {
    ...shared,
    title: writing.text(note.title),
    description: writing.text(note.description),
    expression: printOperand(note.value),
  }
}

/** The conditions of pages and panels stand folded in before one's own; what is left is one's own. */
function own(
  whole: Condition | undefined,
  around: readonly Group[],
  property: 'visibleIf' | 'enableIf',
): Condition | undefined {
  const outer = around.reduce((sum, group) => sum + partsOf(group[property]).length, 0)
  const left = partsOf(whole).slice(outer)
  return left.length > 1 ? { op: 'and', of: left } : left[0]
}

const partsOf = (condition: Condition | undefined): readonly Condition[] => {
  if (!condition) return []
  return condition.op === 'and' ? condition.of : [condition]
}

/** In the order in which the author wrote them, which their paths tell. */
function inPlace<Part extends { readonly path: string }>(
  parts: readonly Part[] | undefined,
): readonly Part[] | undefined {
  const place = ({ path }: Part): number => Number(path.slice(path.lastIndexOf('/') + 1))
  return parts?.toSorted((a, b) => place(a) - place(b))
}

const writeCalculatedValue = ({ name, value, kept, eligibility }: CalculatedValue): Written => ({
  name,
  expression: printOperand(value),
  includeIntoResult: kept ? true : undefined,
  eligibility,
})

function writeScale(scale: Scale, writing: Writing): Written {
  const { name, method, items, reversed, minimumAnswered } = scale
  return {
    name,
    title: writing.text(scale.title),
    method,
    items,
    reversed: reversed.length > 0 ? reversed : undefined,
    minimumAnswered,
  }
}

function writeDuration(duration: Duration, writing: Writing): Written {
  const { name, amount, unit, censoredIf } = duration
  return {
    name,
    title: writing.text(duration.title),
    amount,
    unit: 'fixed' in unit ? unit.fixed : unit.question,
    censoredIf: censoredIf && printCondition(censoredIf),
  }
}

function writeHelpLine({ name, title, phone, hours, text }: HelpLine, writing: Writing): Written {
  return { name, title: writing.text(title), phone, hours: writing.text(hours), text: writing.text(text) }
}
