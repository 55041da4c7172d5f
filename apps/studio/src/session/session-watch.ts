/** Knows whether the session ended while somebody was working. */
export interface SessionWatch {
  /** `fetch` that notices a 401 on anything but the session itself. */
  readonly fetch: typeof fetch
  readonly ended: () => boolean
  resume(): void
  readonly subscribe: (listener: () => void) => () => void
}

/** Makes the watch around a `fetch`. */
export function watchSession(fetcher: typeof fetch): SessionWatch {
  let hasEnded = false
  const listeners = new Set<() => void>()
  const set = (ended: boolean): void => {
    hasEnded = ended
    for (const listener of listeners) listener()
  }
  return {
    fetch: async (input, init) => {
      const response = await fetcher(input, init)
      if (response.status === 401 && input !== '/api/session' && (await isSignedOut(response.clone()))) set(true)
      return response
    },
    ended: () => hasEnded,
    resume: () => set(false),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** A password or a code that is wrong is refused in the same way, and ends no session. */
async function isSignedOut(response: Response): Promise<boolean> {
  const text = await response.text()
  return !text.includes('"code"') || text.includes('"notSignedIn"')
}
