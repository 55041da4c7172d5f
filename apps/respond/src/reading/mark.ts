import type { Piece } from './pieces.ts'

/** Takes a mark away again. */
export type Unmark = () => void

/** Washes the blocks of a piece. Nothing on the page moves. */
export function markBlocks(piece: Piece): Unmark {
  const blocks = piece.blocks.map((block) => block.closest('.spoken') ?? block)
  for (const block of blocks) block.classList.add('now')
  return () => {
    for (const block of blocks) block.classList.remove('now')
  }
}

/**
 * Underlines a part of a piece.
 *
 * @param from counted in characters from the beginning of the piece, like `to`
 */
export function markWords({ nodes, from: start }: Piece, from: number, to: number): Unmark {
  const undo: Unmark[] = []
  let at = 0
  for (const node of nodes) {
    const [first, last] = [Math.max(0, start + from - at), Math.min(node.length, start + to - at)]
    at += node.length
    // A list that opens can hold no marks.
    if (first < last && node.parentElement?.closest('option') === null) undo.push(underline(node, first, last))
  }
  return () => {
    for (const one of undo) one()
  }
}

function underline(node: Text, from: number, to: number): Unmark {
  const whole = node.data
  const rest = node.splitText(to)
  const words = node.splitText(from)
  const mark = node.ownerDocument.createElement('span')
  mark.className = 'word'
  words.replaceWith(mark)
  mark.append(words)
  return () => {
    mark.remove()
    rest.remove()
    node.data = whole
  }
}
