import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser'
import { say } from './say.ts'

/** A place in a text, both counted from 1; columns in UTF-16 units, as editors count them. */
export interface TextPlace {
  readonly line: number
  readonly column: number
}

/**
 * Where a pointer leads in the text of a JSON value: to the name of a property, or to an item of a list. What is not
 * there has the place of the nearest thing around it; null when the text cannot be read.
 *
 * @example placesInJson('{\n  "a": 1\n}')('/a') // { line: 2, column: 3 }
 */
export function placesInJson(text: string): (path: string) => TextPlace | null {
  const tree = treeOf(text)
  return (path) => (tree ? placeOf(text, offsetOf(nodeAt(tree, path))) : null)
}

/**
 * What is wrong with a text that should be JSON, with its line and column; null when nothing is found.
 *
 * @example jsonFault('{"step": 0,5}') // 'a decimal comma (write 0.5) at line 1, column 12'
 */
export function jsonFault(text: string): string | null {
  const errors: ParseError[] = []
  treeOf(text, errors)
  const [first] = errors
  if (!first) return null
  const end = text.trimEnd().length
  if (first.offset >= end || (isOpenText(first) && first.offset + first.length >= end))
    return say('jsonEndsEarly', at(text, end))
  return say('jsonFault', { fault: reasonOf(text, first), ...at(text, first.offset) })
}

const isOpenText = ({ error }: ParseError): boolean => printParseErrorCode(error) === 'UnexpectedEndOfString'

/** Lines and columns are names of places, and so have no grouping. */
function at(text: string, offset: number): { readonly line: string; readonly column: string } {
  const { line, column } = placeOf(text, offset)
  return { line: String(line), column: String(column) }
}

function placeOf(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/)
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}

/** Undefined for what is nested so deeply that it cannot be read, too. */
function treeOf(text: string, errors: ParseError[] = []): Node | undefined {
  try {
    return parseTree(text, errors, { disallowComments: true })
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** A property begins where its name does. */
const offsetOf = ({ parent, offset }: Node): number => (parent?.type === 'property' ? parent.offset : offset)

function nodeAt(tree: Node, path: string): Node {
  let node = tree
  for (const key of path.split('/').slice(1)) {
    const name = key.replaceAll('~1', '/').replaceAll('~0', '~')
    // Of a name that stands there twice the last one counts, as for JSON.parse.
    const next =
      node.type === 'array'
        ? node.children?.[Number(name)]
        : node.children?.findLast(({ children }) => children?.[0]?.value === name)?.children?.[1]
    if (!next) return node
    node = next
  }
  return node
}

function reasonOf(text: string, { error, offset }: ParseError): string {
  const [here, before] = [text[offset] ?? '', text.slice(0, offset).trimEnd()]
  const decimals = /^\d+/.exec(text.slice(offset))?.[0]
  const whole = /(\d+),$/.exec(before)?.[1]
  if (decimals !== undefined && whole !== undefined) return say('jsonDecimalComma', { meant: `${whole}.${decimals}` })
  if (/[‘’“”„'`]/u.test(here)) return say('jsonQuotes')
  if (before.endsWith(',') && /[,}\]]/.test(here)) return say('jsonCommaTooMany')
  if (here === '/') return say('jsonComment')
  if (/^[\w$]+\s*:/.test(text.slice(offset))) return say('jsonNameMissing')
  switch (printParseErrorCode(error)) {
    case 'CommaExpected':
    case 'CloseBraceExpected':
    case 'CloseBracketExpected':
      return say('jsonCommaMissing')
    case 'ColonExpected':
      return say('jsonColonMissing')
    case 'PropertyNameExpected':
      return say('jsonNameMissing')
    case 'UnexpectedEndOfString':
      return say('jsonTextOpen')
    case 'InvalidCharacter':
      return say('jsonLineEndInText')
    case 'EndOfFileExpected':
      return say('jsonMore')
    default:
      return say('jsonValueMissing')
  }
}
