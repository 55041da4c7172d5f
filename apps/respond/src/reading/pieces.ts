/** Something that is read in one breath: a sentence, an option, or all that one recording says. */
export interface Piece {
  /** Stands out while it is read. */
  readonly blocks: readonly Element[]
  /** Where its words stand, in order; none where only the block can be marked. */
  readonly nodes: readonly Text[]
  /** Where it begins in the text of its nodes together. */
  readonly from: number
  readonly text: string
  /** Of the words, as in `nl`. */
  readonly language: string
  /** Address of a recording of it; null where nobody was recorded. */
  readonly recording: string | null
}

/** A part of a page with a button of its own, and what that button reads. */
export interface ReadPart {
  /** The button comes after it. */
  readonly anchor: Element
  readonly pieces: readonly Piece[]
}

/** The words that stand together in one element. */
interface Words {
  readonly block: Element
  readonly nodes: Text[]
}

const BLOCKS = '.lead,p,li,h1,h2,h3,h4,legend,label,summary,dt,dd,option,div,fieldset,section,main,form'
/** What is no text of the page, or what somebody filled in: that is not read to a room. */
const SILENT =
  '[hidden],[aria-hidden=true],button,textarea,script,template,.enter,.progress,.summary,.state,.given,.code,.languages'
const OPTION = 'label.answer,option'

/** Everything on a page that is read aloud, in order, by the button that reads it. */
export function partsOf(document: Document): readonly ReadPart[] {
  const main = document.querySelector('main')
  if (main === null) return []
  const questions = [...main.querySelectorAll('[data-read]:not([data-read=part])')]
  const words = wordsIn(main)
  if (questions.length === 0) {
    const anchor = main.querySelector('h1')
    return anchor === null ? [] : [{ anchor, pieces: words.flatMap(sentences) }]
  }
  // What stands between questions belongs to the next one, and what comes after the last one to that.
  const owner = (block: Element): Element | undefined =>
    questions.find((one) => one.contains(block) || follows(one, block)) ?? questions[questions.length - 1]
  return questions.flatMap((question) => {
    const pieces = withRecording(
      question,
      words.filter(({ block }) => owner(block) === question),
    )
    const rows = [...question.querySelectorAll('[data-read=part]')]
    const within = (row: Element): readonly Piece[] =>
      pieces.filter(({ blocks: [block] }) => row.contains(block ?? null))
    return [
      { anchor: anchorOf(question), pieces },
      ...rows.map((row) => ({ anchor: anchorOf(row), pieces: within(row) })),
    ]
  })
}

/** The buttons of single options read these. */
export function piecesIn(option: Element): readonly Piece[] {
  return wordsIn(option).flatMap(sentences)
}

function follows(one: Element, other: Element): boolean {
  return (other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

/** After the words of a question and its explanation. */
function anchorOf(question: Element): Element {
  const children = [...question.children]
  const hint = children.find(({ id }) => id.endsWith('-hint'))
  return hint ?? children.find((child) => child.matches('legend,h1,h2,h3')) ?? question
}

/** One recording says all that stands above the answers. */
function withRecording(question: Element, words: readonly Words[]): readonly Piece[] {
  const recording = question.getAttribute('data-recording')
  const before = anchorOf(question)
  const above = words.filter(
    ({ block }) => (question.contains(block) && !follows(block, before)) || before.contains(block),
  )
  if (recording === null || above.length === 0) return words.flatMap(sentences)
  const said = { ...wholeOf(above), recording }
  return words.flatMap((one) => (one === above[0] ? [said] : above.includes(one) ? [] : sentences(one)))
}

function wholeOf(words: readonly Words[]): Piece {
  const nodes = words.flatMap((one) => one.nodes)
  const text = textOf(nodes)
  const [first] = words
  return { blocks: words.map(({ block }) => block), nodes, from: 0, text, language: languageOf(first), recording: null }
}

/** A sentence at a time: devices stop in the middle of long texts, and a pause goes on from the sentence. */
function sentences(words: Words): readonly Piece[] {
  const whole = wholeOf([words])
  const recording = words.block.matches(OPTION) ? words.block.getAttribute('data-recording') : null
  if (recording !== null) return [{ ...whole, recording }]
  const pieces: Piece[] = []
  let from = 0
  for (const text of whole.text.match(/[^]+?(?:[.!?؟](?=\s)|$)/g) ?? []) {
    if (!/^[\s“”"'.,:;!?؟…–-]*$/.test(text)) pieces.push({ ...whole, from, text })
    from += text.length
  }
  return pieces
}

function textOf(nodes: readonly Text[]): string {
  return nodes.map(({ data }) => data.replace(/\s/g, ' ')).join('')
}

function languageOf(words: Words | undefined): string {
  const element = words?.nodes[0]?.parentElement?.closest('[lang]')
  return element?.getAttribute('lang') ?? ''
}

function wordsIn(root: Element): readonly Words[] {
  const found: Words[] = []
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement
    const block = parent?.closest(BLOCKS) ?? null
    if (parent === null || block === null || (node as Text).data.trim() === '' || isSilent(parent)) continue
    const last = found[found.length - 1]
    if (last !== undefined && last.block === block) last.nodes.push(node as Text)
    else found.push({ block, nodes: [node as Text] })
  }
  return found
}

function isSilent(parent: Element): boolean {
  if (parent.closest(SILENT) !== null) return true
  const option = parent.closest('option')
  if (option !== null) return option.value === '' || isLaterList(option)
  const closed = parent.closest('details:not([open])')
  return closed !== null && parent.closest('summary')?.parentElement !== closed
}

/** The lists of a ranking all hold the same; once is enough. */
function isLaterList(option: Element): boolean {
  const question = option.closest('[data-read]')
  return question !== null && question.querySelector('select') !== option.closest('select')
}
