/** What somebody chose about how pages look and sound. `slow` and `auto` are about reading aloud, which a script does. */
export type LookChoice = 'large' | 'contrast' | 'calm' | 'slow' | 'auto'

/** All of them, in the order in which they are offered. */
export const LOOK_CHOICES: readonly LookChoice[] = ['large', 'contrast', 'calm', 'slow', 'auto']

/** How the pages look and sound that somebody goes through. It travels in the form, so it is kept nowhere. */
export interface Look {
  readonly on: readonly LookChoice[]
  /** One of the choices was just pressed, so they stay in sight. */
  readonly open?: true
}

/** Nothing was chosen. */
export const PLAIN_LOOK: Look = { on: [] }

/** The choices stay in sight on the next page; of what a page carries itself nothing says so. */
const OPEN = 'open'

/** What the field `look` of a form holds. @example lookText({ on: ['large', 'calm'] }) // 'large calm' */
export function lookText({ on, open }: Look): string {
  return [...on, ...(open === true ? [OPEN] : [])].join(' ')
}

/** The value of the button that turns a choice on or off. @example lookValue('large') // 'look:large' */
export function lookValue(choice: LookChoice): string {
  return `look:${choice}`
}

/** The choice behind the button that was pressed; null when it was another button. */
export function pressedChoice(go: unknown): LookChoice | null {
  return LOOK_CHOICES.find((choice) => go === lookValue(choice)) ?? null
}

/**
 * Reads the look off a form: what its page had, and the choice that was just pressed turned round. What is no choice
 * changes nothing, and is no reason to refuse answers.
 *
 * @example readLook({ look: 'large', go: 'look:calm' }) // { on: ['large', 'calm'], open: true }
 */
export function readLook({ look, go }: Readonly<Record<string, unknown>>): Look {
  const had = new Set(typeof look === 'string' ? look.split(' ') : [])
  const pressed = pressedChoice(go)
  const on = LOOK_CHOICES.filter((choice) => had.has(choice) !== (choice === pressed))
  return { on, ...((pressed !== null || had.has(OPEN)) && { open: true }) }
}
