import type { Variable } from '@klankbord/model'
import { isBandable, isCountable } from '../countable.ts'
import { variableHasMean } from './has-mean.ts'

/** Whether a publication can tell a number of a variable: a grade, a number that is asked, a duration. */
export function isNumber(variable: Variable): boolean {
  if (variable.type === 'duration') return variable.source.kind === 'duration'
  return isBandable(variable) || (variable.type === 'single' && isCountable(variable) && variableHasMean(variable))
}
