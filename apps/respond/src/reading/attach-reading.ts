import { lookSwitches } from './look-switches.ts'
import { partsOf, piecesIn, type ReadPart } from './pieces.ts'
import { reader } from './reader.ts'
import { optionButton, partButtons, wordsOfPage, type PartButtons } from './reading-buttons.ts'
import { speaker, type Sound } from './speaker.ts'

/** Reads the pages of a questionnaire aloud, and lets people choose how pages look. */
export interface Reading {
  /** Takes hold of a page. Call it again after each page that is shown: what was being read stops. */
  attach(document: Document): void
}

/** @param sound what the browser has to be heard with */
export function reading(sound: Sound): Reading {
  const voice = speaker(sound)
  /** Buttons by the part that they read; of the page that is shown. */
  let buttons = new Map<object, PartButtons>()
  let page: Document | null = null
  let parts: readonly ReadPart[] = []
  // Who listened once sees a button beside each option from then on.
  let listens = false
  /** Whether this page was read by itself, where somebody wants that. */
  let greeted = false

  const aloud = reader(
    voice,
    () => look.has('slow'),
    () => {
      for (const [part, one] of buttons)
        one.show(aloud.owner() !== part ? 'quiet' : aloud.paused() ? 'paused' : 'reading')
    },
  )
  const look = lookSwitches((choice, on) => {
    if (choice === 'auto' && on) readAll()
    if (choice === 'auto' && !on) aloud.stop()
  })

  const begin = (pieces: ReadPart['pieces'], owner: object): void => {
    if (aloud.owner() === owner) return aloud.stop()
    listens = true
    if (page !== null) voice.prepare(recordingsOf(page))
    showOptions()
    aloud.read(pieces, owner)
  }
  const readAll = (): void => {
    const [first] = parts.filter((part) => buttons.has(part))
    const pieces = [...new Set(parts.flatMap((part) => part.pieces))]
    if (first !== undefined && aloud.owner() === null) begin(pieces, first)
  }
  const showParts = (): void => {
    const words = page === null ? null : wordsOfPage(page)
    if (page === null || words === null) return
    for (const part of parts) {
      const [first] = part.pieces
      if (buttons.has(part) || first === undefined || !voice.can(first)) continue
      const one = partButtons(page, words, parts.length > 1 ? first.text.trim() : null, {
        listen: () => begin(part.pieces, part),
        pause: () => (aloud.paused() ? aloud.goOn() : aloud.pause()),
      })
      one.show('quiet')
      part.anchor.after(one.element)
      buttons.set(part, one)
    }
    if (buttons.size === 0) return
    for (const one of page.querySelectorAll('#look [hidden]')) one.removeAttribute('hidden')
    if (listens) showOptions()
  }
  const showOptions = (): void => {
    const words = page === null ? null : wordsOfPage(page)
    if (page === null || words === null) return
    for (const option of page.querySelectorAll('main label.answer')) {
      const pieces = piecesIn(option)
      const [first] = pieces
      if (first === undefined || !voice.can(first) || option.parentElement?.className === 'spoken') continue
      const row = page.createElement('div')
      row.className = 'spoken'
      option.before(row)
      row.append(
        option,
        optionButton(page, words, first.text.trim(), () => begin(pieces, option)),
      )
    }
  }
  // Some devices know their voices only after a while.
  const arrive = (): void => {
    showParts()
    if (greeted || buttons.size === 0) return
    greeted = true
    if (look.has('auto')) readAll()
  }
  const listenTo = (document: Document): void => {
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && aloud.owner() !== null && aloud.stop())
    document.addEventListener('visibilitychange', () => document.hidden && aloud.stop())
    document.defaultView?.addEventListener('pagehide', () => aloud.stop())
    if (sound.speech !== undefined) sound.speech.onvoiceschanged = arrive
  }
  return {
    attach: (document) => {
      aloud.stop()
      if (page === null) listenTo(document)
      page = document
      buttons = new Map()
      look.attach(document)
      parts = partsOf(document)
      greeted = false
      arrive()
    },
  }
}

/** All of a screen: who sees the requests learns nothing of which answer somebody wanted to hear. */
function recordingsOf(document: Document): readonly string[] {
  const found = [...document.querySelectorAll('main [data-recording]')]
  return [...new Set(found.map((one) => one.getAttribute('data-recording') ?? ''))]
}
