import type { Condition, Operand } from '@klankbord/model'

/**
 * Names of the questions and calculated values that a condition or a value needs. Those of the same panel are not
 * among them.
 *
 * @example variablesIn({ op: 'notEmpty', left: { variable: 'q1' } }) // Set { 'q1' }
 */
export function variablesIn(part: Condition | Operand): ReadonlySet<string> {
  const names = new Set<string>()
  collect(part, names)
  return names
}

function collect(part: Condition | Operand, names: Set<string>): void {
  if ('variable' in part) {
    if (part.panel !== true) names.add(part.variable)
  } else if ('holds' in part) collect(part.holds, names)
  else if ('left' in part) {
    collect(part.left, names)
    if ('right' in part) collect(part.right, names)
  } else if ('of' in part) for (const each of [part.of].flat()) collect(each, names)
}
