/** The way in which the lines of a page run. */
export type Direction = 'ltr' | 'rtl'

interface Sides {
  readonly inline: readonly [start: string, end: string]
  readonly block: readonly [start: string, end: string]
}

const SIDES: Readonly<Record<Direction, Sides>> = {
  ltr: { inline: ['left', 'right'], block: ['top', 'bottom'] },
  rtl: { inline: ['right', 'left'], block: ['top', 'bottom'] },
}

/**
 * The same style with the sides of the screen in place of those of the text: the oldest browsers that respondents have
 * know no others.
 *
 * @param css without white space around its signs
 * @example physical('p{margin-inline-start:1rem}', 'rtl') // 'p{margin-right:1rem}'
 */
export function physical(css: string, direction: Direction): string {
  return css.replace(
    /([{;])([a-z][a-z-]*):([^;{}]*)(?=[;}])/g,
    (_all, before: string, name: string, value: string) => before + declaration(name, value, SIDES[direction]),
  )
}

function declaration(name: string, value: string, { inline, block }: Sides): string {
  const placed = /^(margin|padding|inset|border)-(inline|block)(?:-(start|end))?(-color|-style|-width)?$/.exec(name)
  if (placed !== null) {
    const [, what = '', axis, end, part = ''] = placed
    const sides = axis === 'inline' ? inline : block
    const longhand = (side: string, text: string): string =>
      `${what === 'inset' ? side : `${what}-${side}${part}`}:${text}`
    if (end !== undefined) return longhand(sides[end === 'start' ? 0 : 1], value)
    // A border of both sides is written once; other values may come in twos.
    const [first = '', second = first] = what === 'border' ? [value] : parts(value)
    return `${longhand(sides[0], first)};${longhand(sides[1], second)}`
  }
  const corner = /^border-(start|end)-(start|end)-radius$/.exec(name)
  if (corner !== null) {
    const at = (end: string | undefined): 0 | 1 => (end === 'start' ? 0 : 1)
    return `border-${block[at(corner[1])]}-${inline[at(corner[2])]}-radius:${value}`
  }
  if (name === 'float') return `float:${value.replace('inline-start', inline[0]).replace('inline-end', inline[1])}`
  return `${name.replace(/\binline-size$/, 'width').replace(/\bblock-size$/, 'height')}:${value}`
}

/** The values of a declaration; what stands between brackets stays together. */
function parts(value: string): readonly string[] {
  return value.match(/(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+/g) ?? []
}
