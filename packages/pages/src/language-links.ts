import { directionOf, type LanguageCode } from '@klankbord/model'
import { html, type Content } from './html.ts'
import { ICONS } from './icons.ts'
import { languageName, type Voice } from './voice.ts'

/**
 * A button for every language on a page on which nothing was typed that could get lost: a plain request for the same page.
 *
 * @param address of the page; that at which somebody is when left out
 */
export function languageLinks(
  voice: Voice,
  { languages }: { readonly languages: readonly LanguageCode[] },
  address?: string,
): Content {
  return (
    languages.length > 1 &&
    html`<form method="get" ${address !== undefined && html` action="${address}"`}>
      <ul class="languages" aria-label="${voice.plain('languageChoose')}">
        ${languages.map(
          (language) =>
            html`<li>
              <button
                name="lang"
                value="${language}"
                lang="${language}"
                dir="${directionOf(language)}"
                ${language === voice.language && html` aria-current="true"`}
              >
                ${language === voice.language && ICONS.tick}${languageName(language)}
              </button>
            </li>`,
        )}
      </ul>
    </form>`
  )
}
