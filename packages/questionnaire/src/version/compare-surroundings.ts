import {
  canonicalJson,
  type LocalizedText,
  type Note,
  type Page,
  type PageElement,
  type Panel,
  type Questionnaire,
} from '@klankbord/model'
import { answeredVariables } from '../codebook/variables-of.ts'
import { isReordered } from './compare-options.ts'
import { compareTexts } from './compare-texts.ts'
import { shownPair } from './shown-pair.ts'
import { changeAt, type Place, type VersionChange } from './version-change.ts'

/**
 * The changes of what stands around questions. Prose and what a page or panel says of itself are read as part of the
 * questions on that screen, so other words break their trend; a heading names them only. How questions are spread over
 * screens is order; that what came, went or got another name is on a screen says nothing more.
 *
 * @param renamed questions that probably got another name: the name after, by the one before
 */
export function compareSurroundings(
  before: Questionnaire,
  after: Questionnaire,
  renamed: ReadonlyMap<string, string>,
): VersionChange[] {
  const source = before.language
  return [
    ...compareNotes(before, after),
    ...compareGroups(groupsOf(before), groupsOf(after), source),
    ...(sameSpread(before, after, renamed)
      ? []
      : [changeAt({ path: '/pages', name: '', variables: [] }, 'order', 'screens', false)]),
  ]
}

function compareNotes(before: Questionnaire, after: Questionnaire): VersionChange[] {
  const source = before.language
  const [old, now] = [before.notes ?? [], after.notes ?? []]
  const names = (notes: readonly Note[]): string[] => notes.map(({ name }) => name)
  const place = ({ name, path }: Note): Place => ({ name, path, variables: beside(name, before) })
  return [
    ...old
      .filter(({ name }) => !names(now).includes(name))
      .map((note) => changeAt(place(note), 'removed', 'note', true)),
    ...now.flatMap((note): VersionChange[] => {
      const same = old.find(({ name }) => name === note.name)
      if (!same)
        return [changeAt({ ...place(note), variables: known(note.name, before, after) }, 'added', 'note', true)]
      return compareNote(same, note, { ...place(same), path: note.path }, source)
    }),
    ...(isReordered(names(old), names(now))
      ? [changeAt({ path: '/pages', name: '', variables: [] }, 'order', 'notes', false)]
      : []),
  ]
}

function compareNote(before: Note, after: Note, place: Place, source: string): VersionChange[] {
  const routing = same(before.visibleIf, after.visibleIf)
    ? []
    : [changeAt(place, 'routing', 'visibleIf', false, shownPair(before.visibleIf, after.visibleIf))]
  if (before.type === 'html' && after.type === 'html')
    return [
      ...compareTexts({ what: 'html', before: before.html, after: after.html, source, breaks: true }, place),
      ...routing,
    ]
  if (before.type !== 'expression' || after.type !== 'expression')
    return [changeAt(place, 'breaking', 'type', true, shownPair(before.type, after.type))]
  const own = { ...place, variables: [after.name] }
  const value = same([before.value, before.valueType], [after.value, after.valueType])
  return [
    ...compareTexts({ what: 'title', before: before.title, after: after.title, source, breaks: true }, place),
    ...compareTexts(
      { what: 'description', before: before.description, after: after.description, source, breaks: true },
      place,
    ),
    ...(value ? [] : [changeAt(own, 'breaking', 'expression', true, shownPair(before.value, after.value))]),
    ...routing,
  ]
}

/** Variables of the questions on the screen of a note. */
function beside(note: string, { screens, questions }: Questionnaire): readonly string[] {
  const screen = screens.find(({ content }) => content?.includes(note) === true)
  return questions
    .filter(({ name }) => screen?.questions.includes(name) === true)
    .flatMap(answeredVariables)
    .map(({ name }) => name)
}

/** Of those, the ones that there were before. */
function known(note: string, before: Questionnaire, after: Questionnaire): readonly string[] {
  const old = new Set(before.questions.flatMap(answeredVariables).map(({ name }) => name))
  return beside(note, after).filter((name) => old.has(name))
}

interface Group {
  readonly key: string
  readonly name: string
  readonly path: string
  readonly title: LocalizedText | undefined
  readonly description: LocalizedText | undefined
  readonly questions: readonly string[]
}

function groupsOf(questionnaire: Questionnaire): readonly Group[] {
  const variables = new Map(
    questionnaire.questions.map((question) => [question.name, answeredVariables(question).map(({ name }) => name)]),
  )
  const leaves = (element: PageElement): readonly string[] =>
    'panel' in element ? element.elements.flatMap(leaves) : (variables.get(element.element) ?? [])
  const group = (of: Page | Panel, path: string): readonly Group[] => [
    {
      key: 'panel' in of ? `panel ${of.panel}` : `page ${of.name}`,
      name: 'panel' in of ? of.panel : of.name,
      path,
      title: of.title,
      description: of.description,
      questions: of.elements.flatMap(leaves),
    },
    ...of.elements.flatMap((element, place) => ('panel' in element ? group(element, `${path}/elements/${place}`) : [])),
  ]
  return questionnaire.pages.flatMap((page, place) => group(page, `/pages/${place}`))
}

function compareGroups(before: readonly Group[], after: readonly Group[], source: string): VersionChange[] {
  const old = new Map(before.map((group) => [group.key, group]))
  return after.flatMap((now) => {
    const was = old.get(now.key)
    if (!was) return []
    const place = { name: now.name, path: now.path, variables: was.questions }
    return [
      ...compareTexts({ what: 'title', before: was.title, after: now.title, source, breaks: false }, place),
      ...compareTexts(
        { what: 'description', before: was.description, after: now.description, source, breaks: true },
        place,
      ),
    ]
  })
}

/** Whether what is in both versions stands together in the same way. */
function sameSpread(before: Questionnaire, after: Questionnaire, renamed: ReadonlyMap<string, string>): boolean {
  const old = onScreens(before).map((names) => names.map((name) => renamed.get(name) ?? name))
  const now = onScreens(after)
  const [there, still] = [new Set(old.flat()), new Set(now.flat())]
  return (
    spread(old.map((names) => names.filter((name) => still.has(name)))) ===
    spread(now.map((names) => names.filter((name) => there.has(name))))
  )
}

const onScreens = ({ screens }: Questionnaire): readonly (readonly string[])[] =>
  screens.map(({ questions, content }) => content ?? questions)

const spread = (screens: readonly (readonly string[])[]): string =>
  canonicalJson(
    screens
      .filter((names) => names.length > 0)
      .map((names) => names.toSorted().join(' '))
      .toSorted(),
  )

const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null)
