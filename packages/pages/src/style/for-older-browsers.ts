/** Every browser that knows `inset` leaves room between the items of a flexible box; Safari learned both on one day. */
const WITHOUT_GAPS = '@supports not (inset:0)'

/**
 * The same style with what older browsers need beside it; newer ones pass over all of it.
 *
 * @param css without white space around its signs
 */
export function forOlderBrowsers(css: string): string {
  return css
    .replace(/([{;])appearance:none/g, '$1-webkit-appearance:none;-moz-appearance:none;appearance:none')
    .replace(/([{;])([a-z-]*width):fit-content/g, '$1$2:-moz-fit-content;$2:fit-content')
    .replace(/([^{}]+)\{([^{}]*)\}/g, (rule, selector: string, declarations: string) => {
      const margins = marginsOf(declarations)
      return margins === '' ? rule : `${rule}${WITHOUT_GAPS}{${itemsOf(selector)}{${margins}}}`
    })
}

/** What keeps the items of a flexible box as far apart as its gap; nothing for a grid, whose gaps are old. */
function marginsOf(declarations: string): string {
  const gap = /(?:^|;)(column-)?gap:([^;]+)/.exec(declarations)
  if (gap === null || gap[2] === '0' || /(?:^|;)(?:display:grid|grid-)/.test(declarations)) return ''
  const [, columns, value = ''] = gap
  const half = `calc(${value}/2)!important`
  const beside = `margin-left:${half};margin-right:${half}`
  const below = `margin-top:${half};margin-bottom:${half}`
  if (declarations.includes('flex-direction:column')) return below
  return declarations.includes('flex-wrap:wrap') && columns === undefined ? `${beside};${below}` : beside
}

function itemsOf(selector: string): string {
  return selector
    .split(',')
    .map((one) => `${one}>*`)
    .join(',')
}
