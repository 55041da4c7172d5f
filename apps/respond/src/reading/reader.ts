import { markBlocks, markWords, type Unmark } from './mark.ts'
import type { Piece } from './pieces.ts'
import type { Speaker } from './speaker.ts'

/** Reads pieces one after another, and marks where it is. */
export interface Reader {
  /** @param owner whatever asked for it, to know its reading by */
  read(pieces: readonly Piece[], owner: object): void
  pause(): void
  /** From the beginning of the piece at which it was paused: half a sentence is hard to follow. */
  goOn(): void
  stop(): void
  owner(): object | null
  paused(): boolean
}

/**
 * @param slow asked at every piece, so that a change is heard at the next one
 * @param changed called whenever reading begins, pauses, goes on or ends
 */
export function reader(speaker: Speaker, slow: () => boolean, changed: () => void): Reader {
  let pieces: readonly Piece[] = []
  let at = 0
  let owner: object | null = null
  let paused = false
  let unmark: readonly Unmark[] = []

  const clear = (): void => {
    for (const one of unmark) one()
    unmark = []
  }
  const hush = (): void => {
    speaker.silence()
    clear()
  }
  const end = (): void => {
    hush()
    owner = null
    paused = false
    changed()
  }
  const next = (): void => {
    const piece = pieces[at]
    if (piece === undefined) return end()
    clear()
    const line = markWords(piece, 0, piece.text.length)
    const blocks = markBlocks(piece)
    unmark = [blocks, line]
    bringIntoView(piece, pieces[at - 1])
    speaker.say(piece, slow(), {
      word: (start) => {
        const word = /^\S+/.exec(piece.text.slice(start))?.[0]
        if (word === undefined) return
        clear()
        unmark = [markBlocks(piece), markWords(piece, start, start + word.length)]
      },
      end: () => {
        at += 1
        next()
      },
    })
  }
  return {
    read: (wanted, by) => {
      hush()
      pieces = wanted.filter((piece) => speaker.can(piece))
      at = 0
      owner = by
      paused = false
      next()
      changed()
    },
    pause: () => {
      hush()
      paused = true
      changed()
    },
    goOn: () => {
      paused = false
      next()
      changed()
    },
    stop: end,
    owner: () => owner,
    paused: () => paused,
  }
}

/** Goes along with the reading, but not with somebody who looks elsewhere on the page. */
function bringIntoView({ blocks: [block] }: Piece, before: Piece | undefined): void {
  const looked = before?.blocks[0]
  if (block !== undefined && (looked === undefined || isInView(looked)) && !isInView(block))
    block.scrollIntoView({ block: 'nearest' })
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return top >= 0 && bottom <= element.ownerDocument.documentElement.clientHeight
}
