/** The words and signs of the page for what reads aloud. */
interface ReadingWords {
  readonly listen: string
  readonly stop: string
  readonly pause: string
  readonly goOn: string
  readonly speaker: Node
  readonly square: Node
  readonly bars: Node
}

/** The button of a part of a page, with the one to pause beside it. */
export interface PartButtons {
  readonly element: Element
  show(state: 'quiet' | 'reading' | 'paused'): void
}

/** Those of the page; null where it has none. */
export function wordsOfPage(document: Document): ReadingWords | null {
  const template = document.querySelector<HTMLTemplateElement>('template#reading')
  const [speaker, square, bars] = template?.content.children ?? []
  if (template === null || speaker === undefined || square === undefined || bars === undefined) return null
  const { listen = '', stop = '', pause = '', goOn = '' } = template.dataset
  return { listen, stop, pause, goOn, speaker, square, bars }
}

/**
 * @param about the first words of what it reads, where there are several such buttons on the page
 * @param press what happens when somebody presses `listen` or `pause`
 */
export function partButtons(
  document: Document,
  words: ReadingWords,
  about: string | null,
  press: { listen(): void; pause(): void },
): PartButtons {
  const element = document.createElement('div')
  element.className = 'listens'
  const listen = button(document, 'listen', press.listen)
  const pause = button(document, 'listen', press.pause)
  element.append(listen, pause)
  return {
    element,
    show: (state) => {
      const quiet = state === 'quiet'
      listen.classList.toggle('on', !quiet)
      say(listen, quiet ? words.speaker : words.square, quiet ? words.listen : words.stop, about)
      say(pause, state === 'paused' ? words.speaker : words.bars, state === 'paused' ? words.goOn : words.pause, about)
      pause.hidden = quiet
    },
  }
}

/** The button of one option: its sign, and its words for who does not see it. */
export function optionButton(document: Document, words: ReadingWords, option: string, press: () => void): Element {
  const one = button(document, '', press)
  one.setAttribute('aria-label', `${words.listen}: ${option}`)
  one.append(words.speaker.cloneNode(true))
  return one
}

function button(document: Document, classes: string, press: () => void): HTMLButtonElement {
  const one = document.createElement('button')
  one.type = 'button'
  one.className = classes
  one.addEventListener('click', press)
  return one
}

function say(one: HTMLButtonElement, sign: Node, words: string, about: string | null): void {
  one.textContent = ` ${words}`
  one.prepend(sign.cloneNode(true))
  if (about !== null) one.setAttribute('aria-label', `${words}: ${about}`)
}
