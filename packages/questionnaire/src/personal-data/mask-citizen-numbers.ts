import { digitRuns, type DigitRun } from './digit-runs.ts'
import { numbersIn, replaced } from './numbers-in.ts'

/**
 * What stands in the place of a citizen service number. The same in every language: the three letters are the number's
 * name in Dutch law, whatever the answer is written in; a reader, a search and a program all find it, and it is shorter
 * than any number it stands for, so that no text grows over its limit. It tells nothing of the number.
 */
export const CITIZEN_NUMBER_MARK = '[BSN]'

/**
 * The text with a mark in the place of each citizen service number, spaces and dots between its digits included. All
 * the rest stays as it was; a text that was masked comes out the same.
 *
 * @example maskCitizenNumbers('mijn nummer is 111.222.333') // 'mijn nummer is [BSN]'
 */
export function maskCitizenNumbers(text: string): string {
  if (!digitRuns(text).some(isLongEnough)) return text
  const { citizen } = numbersIn(text)
  return citizen.length === 0 ? text : replaced(text, citizen, () => CITIZEN_NUMBER_MARK)
}

/** Most texts have no number of eight digits, and need no closer look. */
function isLongEnough(run: DigitRun): boolean {
  return run.reduce((sum, { digits }) => sum + digits.length, 0) >= 8
}
