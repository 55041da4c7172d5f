import { problem, type Questionnaire } from '@klankbord/model'
import type { ServerContext } from '../context.ts'
import { languageReviews } from './language-reviews.ts'

/**
 * Lets a questionnaire through whose author writes in a language that respondents may be asked in. Its other languages
 * are offered as soon as each is released; without its own there is nothing to fall back on.
 *
 * @throws Problem `languageNotReleased`
 */
export async function refuseUnreleased({ releases }: ServerContext, questionnaire: Questionnaire): Promise<void> {
  const { language } = questionnaire
  const reviewOf = await releases.reviewOf()
  const own = languageReviews(questionnaire, reviewOf).find((review) => review.language === language)
  if (own !== undefined && own.promises > 0) throw problem('languageNotReleased', { language, promises: own.promises })
}
