import { MAKERS_LANGUAGES, reviewLanguage } from '@klankbord/model'
import { PAGE_LANGUAGES } from '@klankbord/pages'
import { ourTexts } from './chosen-texts.ts'
import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'
import { inWorkplace, publicUrlOf } from './workplace.ts'

/** Prints how far each language is, and whether respondents can be asked in it. */
export async function printLanguages(place: Surroundings, { data }: { readonly data: string }): Promise<void> {
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const reviewOf = await context.releases.reviewOf()
    for (const language of PAGE_LANGUAGES) {
      const review = reviewLanguage(language, ourTexts(language), reviewOf)
      place.terminal.print(
        MAKERS_LANGUAGES.includes(language)
          ? say('languageOfMakers', { language })
          : say('languageLine', { ...review }),
      )
    }
  })
}
