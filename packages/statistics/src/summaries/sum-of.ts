/** All numbers added up; 0 for none. */
export function sumOf(numbers: readonly number[] | Float64Array): number {
  let sum = 0
  for (const number of numbers) sum += number
  return sum
}
