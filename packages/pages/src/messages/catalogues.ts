import type { LanguageCode, TranslatedText } from '@klankbord/model'
import { ourTexts } from '@klankbord/questionnaire'
import ar from './ar.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import nl from './nl.json' with { type: 'json' }
import pl from './pl.json' with { type: 'json' }
import ro from './ro.json' with { type: 'json' }
import tr from './tr.json' with { type: 'json' }
import uk from './uk.json' with { type: 'json' }

/** The keys of the interface texts. */
export type MessageKey = keyof typeof nl

/** The language that the interface is written in; the others are translated from it. */
export const SOURCE: LanguageCode = 'nl'

/**
 * The interface texts by language, the source first. Dutch and English are the makers'. The others were written without
 * anybody who speaks the language: which of them a speaker has released since is told by `reviewsFrom` of the model.
 */
export const CATALOGUES: Readonly<Record<LanguageCode, Readonly<Record<MessageKey, string>>>> = {
  nl,
  en,
  pl,
  ro,
  ar,
  tr,
  uk,
}

/** The languages that the pages have texts in. */
export const PAGE_LANGUAGES: readonly LanguageCode[] = Object.keys(CATALOGUES)

/**
 * Texts that say what happens with answers or ask for consent: the introduction, the codes, saving, sending, stopping
 * and erasing.
 */
const PROMISES =
  /^(?:again|code|consent|decline|device|done|fact|foot|intro|invite|join|later|layer|mode|noticeBusy|noticeExpired|noticeSealed|noticeSent|offline|other(?!Label)|own|practice|ready|saved|sms|start|stop|stored|submit|wait|who|wipe|withdr)/

/**
 * The interface texts of a language beside their source, for review, with the words that questions have of themselves:
 * yes and no. A language without texts gives them empty.
 *
 * @example pageTexts('pl').find(({ key }) => key === 'pages/start')?.text // 'Biorę udział'
 */
export function pageTexts(language: LanguageCode): readonly TranslatedText[] {
  const interfaceTexts = Object.entries(nl).map(([key, source]) => ({
    key: `pages/${key}`,
    language,
    source,
    text: CATALOGUES[language]?.[key as MessageKey] ?? '',
    promise: PROMISES.test(key),
  }))
  return [...interfaceTexts, ...ourTexts(language)]
}
