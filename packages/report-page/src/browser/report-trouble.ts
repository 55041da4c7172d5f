/** Tells the browser about a failure that the page survives, so that it shows where other errors do. */
export function reportTrouble(error: unknown): void {
  if ('reportError' in globalThis) globalThis.reportError(error)
}
