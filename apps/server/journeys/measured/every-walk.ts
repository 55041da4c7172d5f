import { AFTERWARDS } from './afterwards-walks.ts'
import { COMING_BACK } from './coming-back-walks.ts'
import { ENTRANCES } from './entrance-walks.ts'
import { FILLING_IN } from './filling-in-walks.ts'
import type { Walk } from './walk.ts'
import { WITH_SCRIPT } from './with-script-walks.ts'

const WITHOUT_SCRIPT = { ...FILLING_IN, ...COMING_BACK, ...AFTERWARDS, ...ENTRANCES }

/** A way past screens, and whether the browser of who goes it has scripts. */
export interface NamedWalk {
  readonly name: string
  readonly walk: Walk
  readonly javaScript: boolean
}

/** Every way past every screen of respondents, those without scripts first. */
export const EVERY_WALK: readonly NamedWalk[] = [
  ...Object.entries(WITHOUT_SCRIPT).map(([name, walk]) => ({ name, walk, javaScript: false })),
  ...Object.entries(WITH_SCRIPT).map(([name, walk]) => ({ name, walk, javaScript: true })),
]
