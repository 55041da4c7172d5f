import type { Condition, FunctionName, Operand } from '@klankbord/model'

/** What an expression reads. */
export interface Reads {
  /** Questions and calculated values, with the part of a question where it reads only that. */
  readonly variables: readonly { readonly name: string; readonly part?: string }[]
  /** Whether it also depends on the day. */
  readonly today: boolean
}

/** Functions that look at the day on which somebody answers. */
const OF_TODAY: ReadonlySet<FunctionName> = new Set(['today', 'age'])

/**
 * What a condition or a value reads, the insides of a panel left out.
 *
 * @example operandsIn({ op: 'notEmpty', left: { variable: 'care', part: 'quick' } })
 * // { variables: [{ name: 'care', part: 'quick' }], today: false }
 */
export function operandsIn(part: Condition | Operand): Reads {
  if ('variable' in part) {
    const { variable: name, part: row, panel } = part
    return { variables: panel ? [] : [row === undefined ? { name } : { name, part: row }], today: false }
  }
  if ('holds' in part) return operandsIn(part.holds)
  if ('left' in part) return together('right' in part ? [part.left, part.right] : [part.left])
  if (!('of' in part)) return { variables: [], today: false }
  const inside = together([part.of].flat())
  return 'call' in part && OF_TODAY.has(part.call) ? { ...inside, today: true } : inside
}

function together(parts: readonly (Condition | Operand)[]): Reads {
  const reads = parts.map(operandsIn)
  return { variables: reads.flatMap(({ variables }) => variables), today: reads.some(({ today }) => today) }
}
