import { WALKS, type Walk } from './measured-screens.ts'
import { WITH_SCRIPT } from './with-script-walks.ts'

/** A way past screens, and whether the browser of who goes it has scripts. */
export interface NamedWalk {
  readonly name: string
  readonly walk: Walk
  readonly javaScript: boolean
}

/** Every way past every screen of respondents, those without scripts first. */
export const EVERY_WALK: readonly NamedWalk[] = [
  ...Object.entries(WALKS).map(([name, walk]) => ({ name, walk, javaScript: false })),
  ...Object.entries(WITH_SCRIPT).map(([name, walk]) => ({ name, walk, javaScript: true })),
]
