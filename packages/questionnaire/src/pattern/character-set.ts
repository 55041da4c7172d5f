import type { AST } from '@eslint-community/regexpp'
import { complement, union, type CodePoints } from './code-points.ts'
import { propertyRanges } from './property-ranges.ts'

const DIGITS: CodePoints = [[0x30, 0x39]]
const WORD: CodePoints = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
]
/** Also where case is ignored: the long s and the kelvin sign are then letters of the alphabet. */
const WORD_OF_ANY_CASE: CodePoints = [...WORD, [0x1_7f, 0x1_7f], [0x21_2a, 0x21_2a]]
/** WhiteSpace and LineTerminator of ECMAScript. */
const SPACE: CodePoints = [
  [0x9, 0xd],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x16_80, 0x16_80],
  [0x20_00, 0x20_0a],
  [0x20_28, 0x20_29],
  [0x20_2f, 0x20_2f],
  [0x20_5f, 0x20_5f],
  [0x30_00, 0x30_00],
  [0xfe_ff, 0xfe_ff],
]
const LINE_ENDS: CodePoints = [
  [0xa, 0xa],
  [0xd, 0xd],
  [0x20_28, 0x20_29],
]

/** What one character of the text can be; `not` turns the set round after case is ignored, as the standard has it. */
export interface CharacterSet {
  readonly set: CodePoints
  readonly not: boolean
}

type Single = AST.Character | AST.CharacterSet
type ClassPart = AST.CharacterClass['elements'][number]

/** The set of a character, a class or an escape; undefined for a property of Unicode that patterns cannot name. */
export function characterSet(node: Single | AST.CharacterClass, caseInsensitive: boolean): CharacterSet | undefined {
  if (node.type === 'CharacterSet' && node.kind === 'any') return { set: LINE_ENDS, not: true }
  if (node.type !== 'CharacterClass') {
    const set = partOf(node, caseInsensitive)
    return set && { set, not: false }
  }
  const parts = node.elements.map((part) => partOf(part, caseInsensitive))
  const known = parts.filter((part) => part !== undefined)
  return known.length < parts.length ? undefined : { set: union(known.flat()), not: node.negate }
}

function partOf(node: Single | ClassPart, caseInsensitive: boolean): CodePoints | undefined {
  if (node.type === 'Character') return [[node.value, node.value]]
  if (node.type === 'CharacterClassRange') return [[node.min.value, node.max.value]]
  if (node.type !== 'CharacterSet' || node.kind === 'any') return undefined
  const set = escaped(node, caseInsensitive)
  return set && node.negate ? complement(set) : set
}

function escaped(
  node: Exclude<AST.CharacterSet, AST.AnyCharacterSet>,
  caseInsensitive: boolean,
): CodePoints | undefined {
  switch (node.kind) {
    case 'digit':
      return DIGITS
    case 'space':
      return SPACE
    case 'word':
      return caseInsensitive ? WORD_OF_ANY_CASE : WORD
    case 'property':
      return propertyRanges(node.key, node.value)
  }
}
