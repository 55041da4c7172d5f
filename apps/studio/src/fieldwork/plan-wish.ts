import type { Precision } from '../api/fieldwork-types.ts'

/** What somebody typed into the calculator, in percents and people. */
export interface TypedWish {
  readonly people: string
  readonly margin: string
  readonly response: string
}

/** Five points and a third: what most studies of this kind work with. */
export const USUAL_WISH: TypedWish = { people: '', margin: '5', response: '35' }

/** A wish as the server takes it; the field that cannot be so otherwise. People may be left out where there is a list. */
export function wishOf(
  { people, margin, response }: TypedWish,
  list: boolean,
): (Precision & { readonly population: number }) | { readonly wrong: keyof TypedWish } {
  const population = list ? 1 : wholeNumber(people)
  if (population === null || population < 1) return { wrong: 'people' }
  const [marginPart, expectedResponse] = [percent(margin), percent(response)]
  if (marginPart === null || marginPart <= 0 || marginPart >= 1) return { wrong: 'margin' }
  if (expectedResponse === null || expectedResponse <= 0 || expectedResponse > 1) return { wrong: 'response' }
  return { population, margin: marginPart, expectedResponse }
}

/** A whole number as people write it. @example wholeNumber('1.400') // 1400 */
export function wholeNumber(typed: string): number | null {
  const digits = typed.trim().replaceAll(/[.\s]/g, '')
  return /^\d{1,8}$/.test(digits) ? Number(digits) : null
}

function percent(typed: string): number | null {
  const plain = typed.trim().replace(',', '.').replace(/\s*%$/, '')
  return /^\d{1,3}(\.\d+)?$/.test(plain) ? Number(plain) / 100 : null
}
