import type { Questionnaire } from '@klankbord/model'
import { carriedCode, form, renderDocument } from './document.ts'
import { endingWays } from './ending.ts'
import { html } from './html.ts'
import type { PageContext } from './page-context.ts'
import { askedBy } from './screen-foot.ts'
import { voiceOf } from './voice.ts'

/**
 * The page after the last question for somebody who may not take part, where the author has no last words of their own:
 * it sends nothing, and leads back to the answers.
 */
export function renderEnding(
  questionnaire: Questionnaire,
  context: PageContext,
  { draft }: { readonly draft: string | null },
): string {
  const voice = voiceOf(context.language, questionnaire.language)
  return renderDocument(voice, context, {
    title: voice.plain('endTitle'),
    languages: 'closed',
    main: form(
      voice,
      context.action,
      { screen: '', draft: draft ?? '', ...carriedCode(context) },
      html`<div class="letter">
        <h1>${voice.say('endTitle')}</h1>
        <p>${voice.say('endText')}</p>
        ${endingWays(voice)}
      </div>`,
    ),
    foot: askedBy(voice, questionnaire, context),
  })
}
