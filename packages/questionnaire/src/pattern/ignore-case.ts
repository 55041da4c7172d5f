import { contains, union, type CodePoints, type Range } from './code-points.ts'
import { codePointsWith } from './code-points-with.ts'

/** Characters that differ in case only, for each of them. */
type Twins = ReadonlyMap<number, readonly number[]>

/** No letters with case have been found outside the first two planes. */
const PLANES = [0, 1]

/** What the standard compares without case: simple case folding, which a back reference shows. */
const SAME = /^(.)\1$/iu

let twins: Twins | undefined

/** The set with every character that the flags `iu` take for one of it. @example ignoreCase([[107, 107]]) // K, k and the kelvin sign */
export function ignoreCase(set: CodePoints): CodePoints {
  twins ??= findTwins()
  const more: Range[] = []
  for (const code of casedIn(set, twins)) for (const other of twins.get(code) ?? []) more.push([other, other])
  return more.length === 0 ? set : union([...set, ...more])
}

/** The shorter way round: a pattern has many small sets, and now and then one of half of Unicode. */
function casedIn(set: CodePoints, all: Twins): readonly number[] {
  const size = set.reduce((sum, [from, to]) => sum + to - from + 1, 0)
  if (size > all.size) return [...all.keys()].filter((code) => contains(set, code))
  return set.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index))
}

function findTwins(): Twins {
  const groups = new Map<string, string[]>()
  for (const code of codePointsWith(/^\p{Changes_When_Casemapped}$/u, PLANES)) {
    const character = String.fromCodePoint(code)
    const key = character.toLowerCase().toUpperCase()
    const group = groups.get(key)
    if (group) group.push(character)
    else groups.set(key, [character])
  }
  const found = new Map<number, readonly number[]>()
  for (const group of groups.values())
    for (const character of group) {
      const others = group.filter((other) => other !== character && SAME.test(character + other))
      if (others.length > 0) found.set(codeOf(character), others.map(codeOf))
    }
  return found
}

const codeOf = (character: string): number => character.codePointAt(0) ?? 0
