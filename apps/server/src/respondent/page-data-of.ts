import { pageData, type PageData } from '@klankbord/pages'
import type { ServerContext } from '../context.ts'
import { offeredTexts } from '../language/offered-texts.ts'
import type { OpenedWave } from './opened-wave.ts'
import { languageFor, visitedPage } from './visit.ts'

/** What a script needs to show the pages of a wave by itself: the same for everybody who asks for this language. */
export function pageDataOf(context: ServerContext, opened: OpenedWave, wanted: string | undefined): PageData {
  const language = languageFor(opened, wanted)
  const page = visitedPage(context, opened, language, 'web')
  // Of the texts of an author the page shows one language, or the author's own where that has none.
  return pageData(offeredTexts(opened.questionnaire, [language]), page, opened.wave.lastDay)
}
