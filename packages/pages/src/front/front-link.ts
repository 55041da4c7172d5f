import { html, type Content } from '../html.ts'
import { pageAddress } from '../page-address.ts'
import type { PageContext } from '../page-context.ts'
import type { Voice } from '../voice.ts'

/** The way to the page with the four choices; on a screen for everybody, whose first page is another, nothing. */
export function frontLink(voice: Voice, context: PageContext): Content {
  if (context.kiosk === true) return null
  return html`<p><a class="tall" href="${pageAddress(context, '/start')}">${voice.say('frontLink')}</a></p>`
}
