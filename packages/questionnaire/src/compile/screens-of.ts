import type { Screen, Section } from '@klankbord/model'
import type { DraftGroup, Guards } from './draft.ts'

/** Screens in order, the consents first, and on which each question and note stands, by its place from 0. */
export interface Places {
  readonly screens: readonly Screen[]
  readonly screenOf: ReadonlyMap<string, number>
}

/**
 * Cuts pages into screens: one question each, unless a page or a panel is a declared short group. A note goes with the
 * next question of its page, or with the last one where no other follows. Consents that are always asked stand together
 * before all of them.
 */
export function screensOf(pages: readonly DraftGroup[]): Places {
  const sheet = pages.flatMap((page) => consentsIn(page, page.name))
  const seen = new Set(sheet.map(({ name }) => name))
  const screens = [...consentScreenOf(sheet), ...pages.flatMap((page) => screensOfPage(page, seen))]
  const screenOf = new Map(
    screens.flatMap(({ content, questions }, index) => (content ?? questions).map((name) => [name, index] as const)),
  )
  return { screens, screenOf }
}

interface PlacedConsent {
  readonly name: string
  readonly page: string
}

function consentScreenOf(sheet: readonly PlacedConsent[]): readonly Screen[] {
  const [first] = sheet
  const questions = [...new Set(sheet.map(({ name }) => name))]
  return first === undefined ? [] : [{ id: first.name, page: first.page, questions, consents: true }]
}

/** What depends on an answer cannot be asked before the first question. */
function consentsIn(group: DraftGroup, page: string): readonly PlacedConsent[] {
  if (isGuarded(group)) return []
  return group.elements.flatMap((element) => {
    if (element.kind === 'group') return consentsIn(element, page)
    const asked = element.kind === 'question' && element.question?.consent !== undefined && !isGuarded(element)
    return asked ? [{ name: element.name, page }] : []
  })
}

const isGuarded = ({ visibleIf, enableIf }: Guards): boolean => visibleIf !== null || enableIf !== null

/** A question or a note where it stands. */
interface Place {
  readonly kind: 'question' | 'note'
  readonly name: string
  /** The short group that it stands in. */
  readonly group: DraftGroup | null
  readonly sections: readonly Section[]
}

function screensOfPage(page: DraftGroup, seen: Set<string>): readonly Screen[] {
  const runs: Place[][] = []
  let current: Place[] = []
  for (const place of placesIn(page, page.shortGroup ? page : null, [])) {
    // A name that is used twice is reported elsewhere; it stands on one screen.
    if (seen.has(place.name)) continue
    seen.add(place.name)
    const last = current.findLast(({ kind }) => kind === 'question')
    if (last && (place.group === null || last.group !== place.group)) {
      runs.push(current)
      current = []
    }
    current.push(place)
  }
  if (current.some(({ kind }) => kind === 'question') || runs.length === 0) runs.push(current)
  else runs.at(-1)?.push(...current)
  return runs.filter((run) => run.length > 0).map((run) => screenOfRun(run, page))
}

function screenOfRun(run: readonly Place[], page: DraftGroup): Screen {
  const asked = run.filter(({ kind }) => kind === 'question')
  const questions = asked.map(({ name }) => name)
  const sections = sectionsOfAll((asked.length > 0 ? asked : run).map((place) => place.sections))
  return {
    id: questions[0] ?? run[0]?.name ?? '',
    page: page.name,
    ...(page.title && { title: page.title }),
    ...(sections.length > 0 && { sections }),
    questions,
    ...(asked.length < run.length && { content: run.map(({ name }) => name) }),
  }
}

function placesIn(group: DraftGroup, short: DraftGroup | null, sections: readonly Section[]): readonly Place[] {
  return group.elements.flatMap((element): readonly Place[] => {
    if (element.kind !== 'group') return [{ kind: element.kind, name: element.name, group: short, sections }]
    const { title, description, shortGroup } = element
    const inside = title ? [...sections, { title, ...(description && { description }) }] : sections
    return placesIn(element, short ?? (shortGroup ? element : null), inside)
  })
}

/** The headings that stand above all of them. */
function sectionsOfAll(lists: readonly (readonly Section[])[]): readonly Section[] {
  const [first = [], ...rest] = lists
  const differs = first.findIndex((section, index) => rest.some((other) => other[index] !== section))
  return differs < 0 ? first : first.slice(0, differs)
}
