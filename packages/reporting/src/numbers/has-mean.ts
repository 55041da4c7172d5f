import type { Variable } from '@klankbord/model'

/** Whether a mean says something of a variable: of numbers and grades, not of points that are only in order. */
export function variableHasMean(variable: Variable): boolean {
  const { type, measurement } = variable
  if (type === 'numeric') return true
  return type === 'single' && (hasGrades(variable) || measurement === 'interval' || measurement === 'ratio')
}

/** Whether its answers are the grades from 1 to 10. */
export function hasGrades({ categories }: Variable): boolean {
  const codes = categories.filter(({ empty }) => empty === undefined).map(({ code }) => code)
  return codes.length === 10 && codes.toSorted((a, b) => a - b).every((code, place) => code === place + 1)
}
