/** How many figures are shown at once: as many as somebody reads through. */
export const MOST_SHOWN = 6

/**
 * Which of many figures somebody looks for: those whose line has every word that was typed, or a word that it is part of.
 * Capitals and accents do not count.
 *
 * @param lines each figure as it is read, in the order in which they stand
 * @returns places in `lines`; all of them while nothing is typed
 * @example findFigures(['Noord · Ja: 40%', 'Zuid · Ja: 40%'], 'ja noo') // [0]
 */
export function findFigures(lines: readonly string[], typed: string): readonly number[] {
  const words = plain(typed).split(/\s+/).filter(Boolean)
  return lines.flatMap((line, at) => {
    const read = plain(line)
    return words.every((word) => read.includes(word)) ? [at] : []
  })
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLocaleLowerCase()
}
