import { releaseOf } from '@klankbord/model'
import { addTextReleases } from '@klankbord/storage'
import { todayAt } from '../clock.ts'
import { chosenTexts, type TextChoice } from './chosen-texts.ts'
import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'
import { inWorkplace, publicUrlOf } from './workplace.ts'

/**
 * Stores that somebody who speaks a language stands for its texts as they read now, or takes that back.
 *
 * @throws Problem `languageWithoutTexts`, `unknownText`
 */
export async function releaseTexts(
  place: Surroundings,
  language: string,
  { by, takenBack, ...choice }: TextChoice & { readonly by: string; readonly takenBack: boolean },
): Promise<void> {
  const texts = (await chosenTexts(language, choice)).filter(({ text }) => text !== '')
  await inWorkplace(place, { data: choice.data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const on = todayAt(context.clock.now()).today
    const releases = texts.map((text) => ({ ...releaseOf(text, { by, on }), takenBack }))
    await addTextReleases(context.database.db, releases)
    place.terminal.print(say(takenBack ? 'textsTakenBack' : 'textsReleased', { count: texts.length, language, by, on }))
  })
}
