import type { AST } from '@eslint-community/regexpp'
import type { PatternStep } from '@klankbord/model'
import { characterSet } from './character-set.ts'
import { complement, type CodePoints } from './code-points.ts'
import { ignoreCase } from './ignore-case.ts'
import { KNOWN_CATEGORIES } from './property-ranges.ts'

/** Why a pattern is not taken, in words for its author. */
export type PatternFault =
  | { readonly fault: 'unsupported'; readonly reason: string }
  | { readonly fault: 'tooLarge'; readonly what: 'characters' | 'steps'; readonly most: number }

/** The steps, and how many they count for. */
export interface BuiltSteps {
  readonly steps: readonly PatternStep[]
  readonly weight: number
}

/** Stops the building, from however deep. */
class Refused extends Error {
  readonly why: PatternFault
  constructor(why: PatternFault) {
    super(why.fault)
    this.why = why
  }
}

/** Ranges weigh as well: a letter of any script is 684 of them. */
const RANGES_PER_STEP = 32

interface Building {
  readonly steps: PatternStep[]
  readonly caseInsensitive: boolean
  readonly most: number
  weight: number
}

/**
 * Builds the machine of Thompson (1968) for a parsed pattern: the steps lead on from each other, and `split` goes
 * several ways at once. A counted repetition is written out. The first step is where it begins.
 */
export function buildSteps(pattern: AST.Pattern, caseInsensitive: boolean, most: number): BuiltSteps | PatternFault {
  const building: Building = { steps: [], caseInsensitive, most, weight: 0 }
  try {
    const match = add({ match: true }, 1, building)
    const entry = alternatives(pattern.alternatives, match, building)
    return { steps: fromEntry(building.steps, entry), weight: building.weight }
  } catch (cause) {
    if (cause instanceof Refused) return cause.why
    throw cause
  }
}

function add(step: PatternStep, weight: number, building: Building): number {
  building.weight += weight
  if (building.weight > building.most) throw new Refused({ fault: 'tooLarge', what: 'steps', most: building.most })
  return building.steps.push(step) - 1
}

/** Builds from the end to the beginning: every part is told which step comes after it, and gives its own first step. */
function alternatives(nodes: readonly AST.Alternative[], next: number, building: Building): number {
  const entries = nodes.map((node) =>
    node.elements.toReversed().reduce((after, element) => elementBefore(element, after, building), next),
  )
  return entries.length === 1 ? (entries[0] ?? next) : add({ split: entries }, 1, building)
}

function elementBefore(node: AST.Element, next: number, building: Building): number {
  switch (node.type) {
    case 'Group':
    case 'CapturingGroup':
      return alternatives(node.alternatives, next, building)
    case 'Quantifier':
      return repeated(node, next, building)
    case 'Assertion':
      return assertion(node, next, building)
    case 'Character':
    case 'CharacterClass':
    case 'CharacterSet':
      return character(node, next, building)
    case 'Backreference':
      throw unsupported('it refers back to a group')
    case 'ExpressionCharacterClass':
      throw unsupported('sets of the v flag')
  }
}

const unsupported = (reason: string): Refused => new Refused({ fault: 'unsupported', reason })

/** Lazy or greedy makes no difference to whether a text fits. */
function repeated({ min, max, element }: AST.Quantifier, next: number, building: Building): number {
  if (max === Infinity) return copies(min - 1, element, looped(element, next, min > 0, building), building)
  let entry = next
  for (let copy = min; copy < max; copy += 1) {
    const body = elementBefore(element, entry, building)
    if (body === entry) break
    entry = add({ split: [body, next] }, 1, building)
  }
  return copies(min, element, entry, building)
}

/** So many copies, one after the other. What takes no step at all is not repeated. */
function copies(count: number, element: AST.QuantifiableElement, next: number, building: Building): number {
  let entry = next
  for (let copy = 0; copy < count; copy += 1) {
    const body = elementBefore(element, entry, building)
    if (body === entry) break
    entry = body
  }
  return entry
}

/** The last of an endless row of copies, which must be there or not. */
function looped(element: AST.QuantifiableElement, next: number, once: boolean, building: Building): number {
  const loop = add({ split: [] }, 1, building)
  const body = elementBefore(element, loop, building)
  building.steps[loop] = { split: [body, next] }
  return once ? body : loop
}

function assertion(node: AST.Assertion, next: number, building: Building): number {
  if (node.kind === 'lookahead' || node.kind === 'lookbehind') throw unsupported('it looks ahead or behind')
  if (node.kind !== 'word') return add({ at: node.kind, to: next }, 1, building)
  return add({ at: node.negate ? 'notWordBoundary' : 'wordBoundary', to: next }, 1, building)
}

function character(
  node: AST.Character | AST.CharacterClass | AST.CharacterSet,
  next: number,
  building: Building,
): number {
  const found = characterSet(node, building.caseInsensitive)
  if (!found) throw unsupported(`the property ${node.raw}; possible are ${KNOWN_CATEGORIES.join(', ')}`)
  const set = building.caseInsensitive ? ignoreCase(found.set) : found.set
  return add({ ...shorter(set, found.not), to: next }, 1 + Math.floor(set.length / RANGES_PER_STEP), building)
}

/** The same set in the fewest ranges, so that one set is always written one way. */
function shorter(set: CodePoints, not: boolean): { readonly in: CodePoints; readonly not?: true } {
  const other = complement(set)
  const turn = other.length < set.length
  const ranges = turn ? other : set
  return turn === not ? { in: ranges } : { in: ranges, not: true }
}

/** The steps that can be reached, numbered in the order in which they are met. */
function fromEntry(steps: readonly PatternStep[], entry: number): readonly PatternStep[] {
  const order = new Map<number, number>()
  const ahead = [entry]
  for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
    if (order.has(at)) continue
    order.set(at, order.size)
    ahead.push(...targets(steps[at]).toReversed())
  }
  const place = (to: number): number => order.get(to) ?? 0
  return [...order.keys()].flatMap((at) => renumbered(steps[at], place) ?? [])
}

function targets(step: PatternStep | undefined): readonly number[] {
  if (step === undefined || 'match' in step) return []
  return 'split' in step ? step.split : [step.to]
}

function renumbered(step: PatternStep | undefined, place: (to: number) => number): PatternStep | undefined {
  if (step === undefined || 'match' in step) return step
  return 'split' in step ? { split: step.split.map(place) } : { ...step, to: place(step.to) }
}
