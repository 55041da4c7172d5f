// What is on top of pages that work without it. It may fail anywhere: the form of the page is still there.
import { browserKeeping, codeButtons } from './ending/code-buttons.ts'
import { reading } from './reading/attach-reading.ts'
import { browserSound } from './reading/browser-sound.ts'

document.documentElement.dataset['script'] = 'ready'

reading(browserSound(window)).attach(document)
codeButtons(document, browserKeeping(window))
