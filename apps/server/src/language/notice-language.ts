import type { LanguageCode } from '@klankbord/model'
import { PAGE_LANGUAGES } from '@klankbord/pages'
import type { Request } from 'express'
import type { ServerContext } from '../context.ts'
import { languageFor, rememberedWave } from '../respondent/visit.ts'
import { openLanguages, openPageLanguages } from './language-reviews.ts'

/** What a notice can be about, and whether what speakers released can be read now. */
export interface NoticePlace {
  /** The address of the wave, where the request named one. */
  readonly wave: string | undefined
  readonly databaseAway: boolean
}

/** In which language a notice speaks, and in which it could. */
export interface NoticeLanguages {
  readonly language: LanguageCode
  readonly languages: readonly LanguageCode[]
}

/**
 * The language of a notice: that of the form that was sent, else of the link, else of the browser, as far as it is
 * open to respondents. A notice about no wave has words of ours only, so it is enough that those are released.
 */
export async function noticeLanguages(
  context: ServerContext,
  request: Request,
  place: NoticePlace,
): Promise<NoticeLanguages> {
  const reviewOf = place.databaseAway
    ? context.releases.lastKnown()
    : // One failure is being told already; a second one has nothing to add.
      await context.releases.reviewOf().catch(() => context.releases.lastKnown())
  const opened = place.wave === undefined ? null : rememberedWave(context, place.wave)
  const all = opened === null ? PAGE_LANGUAGES : opened.questionnaire.languages
  const open = opened === null ? openPageLanguages(reviewOf) : openLanguages(opened.questionnaire, reviewOf)
  const languages = context.settings.tryOut ? all : open
  const wanted = wishes(request).find((language) => languages.includes(language))
  const accepted = request.acceptsLanguages([...languages])
  const language = languageFor(
    { questionnaire: { language: opened?.questionnaire.language ?? 'nl' }, languages },
    wanted ?? (accepted === false ? null : accepted),
  )
  return { language, languages }
}

/** What was asked for, the strongest wish first. */
function wishes({ body, query }: Request): readonly string[] {
  const go = fieldOf(body, 'go')
  const chosen = typeof go === 'string' ? go.split(':')[1] : undefined
  return [chosen, fieldOf(body, 'language'), query['lang']].filter((wish) => typeof wish === 'string')
}

function fieldOf(body: unknown, field: string): unknown {
  return typeof body === 'object' && body !== null && Object.hasOwn(body, field) ? Reflect.get(body, field) : undefined
}
