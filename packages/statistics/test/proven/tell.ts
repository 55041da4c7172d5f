/** A figure that was measured, for whoever reads the run. */
export function tell(figure: string): void {
  process.stdout.write(`${figure}\n`)
}
