import type { FirstPorts, Runner } from './ports.ts'

/** What shows pages here, on its way or there. */
export interface Arriving {
  /** Null until it is there. */
  there(): Runner | null
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

  async function arrive(): Promise<Runner> {
    made ??= (await fetchRunner())(ports)
    await made.resume()
    there = made
    return made
  }

  return {
    there: () => there,
    come: (again = false) => {
      if (coming !== null && !(again && isMissed)) return coming
      isMissed = false
      coming = arrive()
      coming.catch(() => (isMissed = true))
      return coming
    },
  }
}
