import type { ScaleStep } from './figure.ts'

/** The colours that a canvas needs as values. */
export interface ChartTheme {
  /** Fill and edge for each step of the agreement scale. */
  readonly steps: Readonly<Record<ScaleStep, { readonly fill: string; readonly edge: string }>>
  readonly ink: string
  readonly paper: string
  readonly surface: string
  readonly edge: string
  /** Measured. */
  readonly accent: string
  /** Look here. */
  readonly warm: string
}

/** The colours of the page without a municipality's theme. */
export const DEFAULT_CHART_THEME: ChartTheme = {
  steps: {
    1: { fill: '#bb5826', edge: '#bb5826' },
    2: { fill: '#f2cba8', edge: '#bb5826' },
    3: { fill: '#d8d3c8', edge: '#7d786d' },
    4: { fill: '#7fb6b3', edge: '#0b6469' },
    5: { fill: '#0b6469', edge: '#0b6469' },
  },
  ink: '#1b2a33',
  paper: '#faf8f3',
  surface: '#ffffff',
  edge: '#7d786d',
  accent: '#0b6469',
  warm: '#b4481a',
}
