/** Prints what a run came to, one line of JSON, for whoever reads the log of the tests. */
export function tell(run: string, figures: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify({ run, ...figures })}\n`)
}
