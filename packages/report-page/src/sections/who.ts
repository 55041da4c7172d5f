import { figureBlock } from '../figure-block.ts'
import { html, type Html } from '../html.ts'
import type { ReportContent } from '../report-content.ts'

/** Who answered and, as far as it is known, who is missing. */
export function who(content: ReportContent): Html {
  const { publication, text, account, representation } = content
  const framed = publication.account.frame !== null
  const open = publication.wave.mode === 'open'
  const notAsked = framed ? 'whoNotAsked' : open ? 'whoOpenText' : 'whoCodesText'
  return html`<section id="who">
    <h2>${text(framed ? 'who' : 'whoOpen')}</h2>
    ${figureBlock(account, { level: 3, wide: false, content })}${
      representation && figureBlock(representation, { level: 3, wide: false, content })
    }
    <p class="text">${text(notAsked)}${open && html` ${text('whoTwice')}`}</p>
  </section> `
}
