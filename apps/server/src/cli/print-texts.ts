import { chosenTexts, type TextChoice } from './chosen-texts.ts'
import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'
import { inWorkplace, publicUrlOf } from './workplace.ts'

/**
 * Prints every text of a language with its Dutch and where it stands, for somebody who speaks the language.
 *
 * @throws Problem `languageWithoutTexts`, `unknownText`
 */
export async function printTexts(place: Surroundings, language: string, choice: TextChoice): Promise<void> {
  const texts = await chosenTexts(language, choice)
  await inWorkplace(place, { data: choice.data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const reviewOf = await context.releases.reviewOf()
    for (const text of texts) {
      const review = reviewOf(text)
      const judged = review.state === 'unreviewed' ? { by: '', on: '' } : { by: review.by, on: review.on }
      const promise = text.promise ? 'yes' : 'no'
      place.terminal.print(say('textHead', { key: text.key, promise, state: review.state, ...judged }))
      place.terminal.print(say('textSource', { text: text.source }))
      place.terminal.print(say('textWords', { text: text.text }))
    }
  })
}
