import { pageData, type PageData } from '@klankbord/pages'
import type { ServerContext } from '../context.ts'
import { offeredTexts } from '../language/offered-texts.ts'
import type { OpenedWave } from './opened-wave.ts'
import { languageFor, visitedPage } from './visit.ts'

/** What somebody asks for: a language, and which way the lines run on the page that they look at. */
export interface PageDataAsked {
  readonly language?: string | undefined
  readonly direction?: string | undefined
}

/** What a script needs to show the pages of a wave by itself: the same for everybody who asks for the same. */
export function pageDataOf(context: ServerContext, opened: OpenedWave, asked: PageDataAsked): PageData {
  const language = languageFor(opened, asked.language)
  const page = visitedPage(context, opened, language, 'web')
  // Of the texts of an author the page shows one language, or the author's own where that has none.
  return pageData(offeredTexts(opened.questionnaire, [language]), page, opened.wave.lastDay, directionIn(asked))
}

function directionIn({ direction }: PageDataAsked): 'ltr' | 'rtl' | null {
  return direction === 'ltr' || direction === 'rtl' ? direction : null
}
