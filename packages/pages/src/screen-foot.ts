import type { Questionnaire } from '@klankbord/model'
import { layer, outsideButton } from './document.ts'
import { talkLayer } from './help/help-lines.ts'
import { html, type Content, type Html } from './html.ts'
import { ICONS } from './icons.ts'
import { OTHER_WAYS_NAMES } from './other/other-ways.ts'
import { pageAddress } from './page-address.ts'
import type { PageContext } from './page-context.ts'
import { privacy, whoAsks } from './privacy.ts'
import type { Voice } from './voice.ts'

/** The rows of the foot on every page that has answers under way. */
export function screenFoot(voice: Voice, questionnaire: Questionnaire, context: PageContext): Content {
  return [
    outsideButton('stop', html`${voice.say('stop')} ${ICONS.forward}`),
    closing(voice, context),
    talkLayer(voice, questionnaire),
    otherWays(voice, context),
    askedBy(voice, questionnaire, context),
  ]
}

/** The same on the practice question, before which nobody was asked anything. */
export function practiceFoot(voice: Voice, questionnaire: Questionnaire, context: PageContext): Content {
  return [
    outsideButton('stop', html`${voice.say('stop')} ${ICONS.forward}`),
    otherWays(voice, context),
    askedBy(voice, questionnaire, context),
  ]
}

/** Says that an answer went with the question that was skipped: who pressed by mistake can bring it back. */
export function goneNotice(voice: Voice): Html {
  return html`<div class="notice" role="status"><p>${voice.say('skippedGone')}</p></div>`
}

/**
 * What becomes of answers where somebody closes the page: at a screen for everybody the next person begins anyway. Without
 * the script the arrow of the browser leads to a page that says that it cannot be shown, so there the button is named.
 */
function closing(voice: Voice, { kiosk, words }: PageContext): Content {
  if (kiosk === true) return false
  return html`<p class="closing" id="closing">
    ${voice.say(words === undefined ? 'closingLoses' : 'closingKept')}
    <b>${voice.say('browserBack')}</b>
  </p>`
}

/** Who asks, and what becomes of the answers. */
export function askedBy(voice: Voice, questionnaire: Questionnaire, context: PageContext): Html {
  return layer(voice.say('footWho'), whoAsks(voice, context), ...privacy(voice, context, questionnaire))
}

/** Goes along until somebody is back on the page before sending. */
export function seenField({ seen }: { readonly seen?: string }): Readonly<Record<string, string>> {
  return seen === undefined ? {} : { seen }
}

/** The other ways to take part. They open beside this page, which holds what was typed and cannot be come back to. */
function otherWays(voice: Voice, context: PageContext): Content {
  const ways = context.otherWays ?? []
  if (ways.length === 0) return null
  const address = pageAddress(context, '/other')
  return layer(
    voice.say('otherTitle'),
    ways.map((way) => html`${voice.say(OTHER_WAYS_NAMES[way].name)}. `),
    html`<a class="tall" href="${address}" target="_blank" rel="noopener noreferrer">${voice.say('otherGo')}</a>`,
    voice.say('otherOpens'),
  )
}
