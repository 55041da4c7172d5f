/** The same, unless it takes too long. @throws TypeError where it does */
export function within<Result>(
  work: Promise<Result>,
  milliseconds: number,
  after: (milliseconds: number, run: () => void) => void,
): Promise<Result> {
  if (!Number.isFinite(milliseconds)) return work
  return new Promise((resolve, reject) => {
    after(milliseconds, () => reject(new TypeError('it took too long')))
    work.then(resolve, reject)
  })
}
