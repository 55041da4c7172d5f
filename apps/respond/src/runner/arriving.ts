import type { FirstPorts, Runner } from './ports.ts'

/** What shows pages here, on its way or there. */
export interface Arriving {
  /** Null until it is there. */
  there(): Runner | null
  /** The same, as soon as it can be told of a form; what it shows pages with may be on its way. */
  made(): Runner | null
  /** It begins with the page that stands there after this. */
  after(work: Promise<unknown>): void
  /**
   * Fetched once; where it does not come, everything stays with the browser.
   *
   * @param again what did not come is fetched once more
   */
  come(again?: boolean): Promise<Runner>
}

/** @param fetchRunner fetches it */
export function arriving(ports: FirstPorts, fetchRunner: () => Promise<(ports: FirstPorts) => Runner>): Arriving {
  let made: Runner | null = null
  let there: Runner | null = null
  let coming: Promise<Runner> | null = null
  let isMissed = false
  let shown: Promise<unknown> = Promise.resolve()

  async function arrive(): Promise<Runner> {
    const make = await fetchRunner()
    await shown
    made ??= make(ports)
    await made.resume()
    there = made
    return made
  }

  return {
    there: () => there,
    made: () => made,
    after: (work) => {
      shown = work
    },
    come: (again = false) => {
      if (coming !== null && !(again && isMissed)) return coming
      isMissed = false
      coming = arrive()
      coming.catch(() => (isMissed = true))
      return coming
    },
  }
}
