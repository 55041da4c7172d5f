import { hasOptions, pointer, type Option, type Question, type Scale, type ScoreMethod } from '@klankbord/model'
import type { Known, Names } from '../condition/scope.ts'
import { shown, type FindingList } from './finding-list.ts'
import type { DraftScale } from './read-scales.ts'

/** Lowest and highest code of an item. */
interface Ends {
  readonly minimum: number
  readonly maximum: number
}

/** What a method is scored from; the others take any number of items with the same ends. */
const SINGLE_ITEM: Partial<Record<ScoreMethod, Ends>> = {
  grade: { minimum: 1, maximum: 10 },
  netPromoter: { minimum: 0, maximum: 10 },
}

/**
 * Scales whose items are known to be there, to be numbered and to have the same lowest and highest code. Others are
 * reported and left out.
 */
export function bindScales(drafts: readonly DraftScale[], usable: Names, list: FindingList): readonly Scale[] {
  const items = itemsOf(usable.known)
  const names = [...items.keys()]
  return drafts.flatMap((draft) => {
    const before = list.count
    const ends = endsOfItems(draft, usable, items, names, list)
    reportReversed(draft, list)
    if (!draft.method || !ends || list.count > before) return []
    reportMethod(draft, draft.method, ends, list)
    const { name, path, title, method, reversed, minimumAnswered } = draft
    return { name, path, title, method, items: draft.items, reversed, ...ends, minimumAnswered }
  })
}

/** Every variable that can be an item, by name: null for one whose options have no numbers of their own. */
function itemsOf(known: ReadonlyMap<string, Known | null>): ReadonlyMap<string, Ends | null> {
  const items = new Map<string, Ends | null>()
  for (const each of known.values()) {
    if (each?.kind !== 'question') continue
    const { question } = each
    if (question.type === 'matrix')
      for (const row of question.rows) items.set(`${question.name}__${row.name}`, endsOf(question.columns))
    const options = singleOptions(question)
    if (options) items.set(question.name, endsOf(options))
  }
  return items
}

/** The options of a question with one answer. */
function singleOptions(question: Question): readonly Option[] | undefined {
  if (!hasOptions(question) || question.type === 'checkbox') return undefined
  return question.options
}

/** The code of a word is only its place, which says nothing about how far it is from the next. */
function endsOf(options: readonly Option[]): Ends | null {
  const answers = options.filter((option) => option.empty === undefined)
  if (answers.length < 2 || answers.some((option) => option.value !== option.code)) return null
  const codes = answers.map((option) => option.code)
  return { minimum: Math.min(...codes), maximum: Math.max(...codes) }
}

const NUMBERED = 'a question with one answer, or a row of a matrix as QUESTION__ROW, whose options are whole numbers'

/** The ends that all items have; undefined when one has faults, or none was given. */
function endsOfItems(
  draft: DraftScale,
  { known, others }: Names,
  items: ReadonlyMap<string, Ends | null>,
  names: readonly string[],
  list: FindingList,
): Ends | undefined {
  const { element } = draft
  let first: Ends | undefined
  draft.items.forEach((name, index) => {
    const path = pointer(draft.path, 'items', index)
    const ends = items.get(name)
    const owner = known.get(name.split('__')[0] ?? '')
    if (owner === null) return
    if (ends === undefined && !others?.has(name) && (!owner || name.includes('__')))
      return list.block('unknownReference', path, { name: shown(name), property: 'items', element }, (near) =>
        near(name, names),
      )
    if (!ends) return unusable(name, path, NUMBERED)
    first ??= ends
    if (ends.minimum !== first.minimum || ends.maximum !== first.maximum)
      unusable(
        name,
        path,
        `options from ${first.minimum} to ${first.maximum}, as ${draft.items[0]} has; found ${ends.minimum} to ${ends.maximum}`,
      )
  })
  return first
  function unusable(name: string, path: string, expected: string): void {
    list.block('unusableReference', path, { name: shown(name), property: 'items', element, expected })
  }
}

function reportReversed(draft: DraftScale, list: FindingList): void {
  draft.reversed.forEach((name, index) => {
    if (draft.items.includes(name)) return
    list.block(
      'unusableReference',
      pointer(draft.path, 'reversed', index),
      { name: shown(name), property: 'reversed', element: draft.element, expected: 'one of the items' },
      (near) => near(name, draft.items),
    )
  })
}

function reportMethod(draft: DraftScale, method: ScoreMethod, ends: Ends, list: FindingList): void {
  const needed = SINGLE_ITEM[method]
  if (!needed) return
  const { element } = draft
  const expected = `one item with options from ${needed.minimum} to ${needed.maximum}, not reversed`
  const fits = draft.items.length === 1 && ends.minimum === needed.minimum && ends.maximum === needed.maximum
  if (!fits || draft.reversed.length > 0)
    list.block('unusableReference', pointer(draft.path, 'items'), {
      name: shown(draft.items.join(', ')),
      property: `items, with method ${method},`,
      element,
      expected,
    })
}
