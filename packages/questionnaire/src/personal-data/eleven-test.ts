/**
 * Whether digits can be a citizen service number: nine, or eight with the zero in front left out, of which nine times
 * the first, eight times the second and so on, less the last one, is a multiple of eleven.
 *
 * Source: the weights that the Dutch government publishes for the burgerservicenummer ("elfproef").
 *
 * @example passesElevenTest('111222333') // true
 */
export function passesElevenTest(digits: string): boolean {
  const nine = digits.length === 8 ? `0${digits}` : digits
  // Numbers of fewer than eight digits were never given out.
  if (nine.length !== 9 || nine.startsWith('00') || (digits.length === 8 && digits.startsWith('0'))) return false
  const sum = Array.from(nine).reduce(
    (total, digit, place) => total + Number(digit) * (place === 8 ? -1 : 9 - place),
    0,
  )
  return sum % 11 === 0
}
