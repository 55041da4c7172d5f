// What is on top of pages that work without it. It may fail anywhere: the form of the page is still there.
import { canSay } from './older-browsers.ts'
import { browserKeeping, codeButtons } from './ending/code-buttons.ts'
import { reading } from './reading/attach-reading.ts'
import { browserSound } from './reading/browser-sound.ts'
import { begin } from './runner/begin.ts'
import { SHOWN } from './runner/show-page.ts'

const aloud = reading(browserSound(window))
const attach = (): void => {
  aloud.attach(document)
  codeButtons(document, browserKeeping(window))
}
attach()
document.addEventListener(SHOWN, attach)
// Where the words of a page can't be made here, the server makes every page.
if (canSay(Intl)) begin().catch(() => undefined)
