import { RegExpParser, visitRegExpAST } from '@eslint-community/regexpp'
import { OLDEST, fault } from './support.mjs'

const NEWER_FLAGS = /[dsv]/
const NEWER_PARTS = {
  lookbehind: 'lookbehind_assertion',
  named: 'named_capturing_group',
  property: 'unicode_character_class_escape',
}
/** How they show in a pattern of which only pieces can be read. */
const IN_PIECES = { lookbehind: /\(\?<[=!]/, named: /\(\?<\w/, property: /\\p\{/i }

/** What a pattern holds that one of the oldest browsers does not know: written as one, or put together when it runs. */
export function patternFaults(node, code, place) {
  if (node.type === 'Literal' && node.regex !== undefined) return ofPattern(node.regex.pattern, node.regex.flags, place)
  const isMade =
    /^(Call|New)Expression$/.test(node.type) && node.callee.type === 'Identifier' && node.callee.name === 'RegExp'
  if (!isMade) return []
  const [pattern, flags] = node.arguments.map((argument) =>
    argument.type === 'Literal' ? String(argument.value) : null,
  )
  if (pattern !== null && pattern !== undefined) return ofPattern(pattern, flags ?? '', place)
  const [made] = node.arguments
  const parts =
    made === undefined
      ? []
      : Object.entries(IN_PIECES).filter(([, sign]) => sign.test(code.slice(made.start, made.end)))
  const names = [
    ...parts.map(([what]) => NEWER_PARTS[what]),
    ...(NEWER_FLAGS.test(flags ?? '') ? [`flag ${flags}`] : []),
  ]
  return names.map((what) => fault(`javascript.regular_expressions.${what}`, OLDEST, place))
}

function ofPattern(pattern, flags, place) {
  const found = new Set(NEWER_FLAGS.test(flags) ? [`flag ${flags}`] : [])
  visitRegExpAST(
    new RegExpParser().parsePattern(pattern, 0, pattern.length, {
      unicode: flags.includes('u'),
      unicodeSets: flags.includes('v'),
    }),
    {
      onAssertionEnter: ({ kind }) => kind === 'lookbehind' && found.add(NEWER_PARTS.lookbehind),
      onCapturingGroupEnter: ({ name }) => name !== null && found.add(NEWER_PARTS.named),
      onCharacterSetEnter: ({ kind }) => kind === 'property' && found.add(NEWER_PARTS.property),
    },
  )
  return [...found].map((what) => fault(`javascript.regular_expressions.${what}`, OLDEST, place))
}
