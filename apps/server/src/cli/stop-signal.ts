/** Two signals this close together are one wish: a terminal and npm both pass on the same Ctrl+C. */
const ONE_WISH = 300

/**
 * Waits until somebody asks this process to stop. Who asks once more gets it at once, without any cleaning up.
 */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let asked: number | null = null
    const hear = (): void => {
      if (asked === null) {
        asked = performance.now()
        resolve()
      } else if (performance.now() - asked > ONE_WISH) {
        process.exit(1)
      }
    }
    process.on('SIGTERM', hear)
    process.on('SIGINT', hear)
  })
}
