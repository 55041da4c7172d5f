import { DEFAULT_CHART_THEME, type ChartTheme } from '@klankbord/charts'

/** The colours that the page really has, a municipality's theme included; the usual ones where a name is not set. */
export function chartThemeOf(element: Element): ChartTheme {
  const style = getComputedStyle(element)
  const colour = (name: string, usual: string): string => style.getPropertyValue(name).trim() || usual
  const { steps, ...rest } = DEFAULT_CHART_THEME
  const step = (place: 1 | 2 | 3 | 4 | 5, edge: string): { fill: string; edge: string } => ({
    fill: colour(`--kb-scale-${place}`, steps[place].fill),
    edge,
  })
  const negative = colour('--kb-scale-1', steps[1].edge)
  const positive = colour('--kb-scale-5', steps[5].edge)
  const edge = colour('--kb-line-strong', rest.edge)
  return {
    steps: { 1: step(1, negative), 2: step(2, negative), 3: step(3, edge), 4: step(4, positive), 5: step(5, positive) },
    ink: colour('--kb-ink', rest.ink),
    paper: colour('--kb-paper', rest.paper),
    surface: colour('--kb-surface', rest.surface),
    edge,
    accent: colour('--kb-accent', rest.accent),
    warm: colour('--kb-warm', rest.warm),
  }
}
