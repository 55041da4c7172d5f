/** Where somebody is in the questionnaire, as a page says it. */
export interface Whereabouts {
  /** Empty on the page before sending. */
  readonly screen: string
  readonly seen: string
}

/** Where somebody was, on one entry of the browser's history; null for a page that belongs to no screen. */
export type Stop = (Whereabouts & { readonly draft: string }) | null

/** The way that the buttons of the browser go. */
export interface KeptTrail {
  readonly stops: readonly Stop[]
  readonly at: number
}

/** As much of the browser's history as a trail needs. */
export type BrowserHistory = Pick<History, 'back' | 'pushState' | 'replaceState'> & { readonly state: unknown }

/**
 * Makes each screen an entry of the browser's history, so that its buttons go from screen to screen. An entry holds a number
 * and nothing else, at the same address: what it stands for is kept here.
 */
export interface Trail {
  /** Another page comes to stand there. */
  to(stop: Stop): void
  /** What stood on the entry that the browser has gone to; undefined where that is known to nobody, or stands there already. */
  went(state: unknown): Stop | undefined
  /** To be kept, so that it is there after a reload. */
  kept(): KeptTrail
  /** After a reload. */
  takeUp(kept: KeptTrail): void
  /** Nothing that stood anywhere is shown any more. */
  end(): void
}

/** @param first what stands there when the page is loaded */
export function trail(history: BrowserHistory, first: Stop): Trail {
  let at = numberOf(history.state) ?? 0
  let stops: readonly (Stop | undefined)[] = upTo([], at, first)

  return {
    to: (stop) => {
      at = numberOf(history.state) ?? at
      if (isSame(stops[at], stop)) {
        stops = stops.map((known, place) => (place === at ? stop : known))
        mark(() => history.replaceState({ klankbord: at }, ''))
      } else if (at > 0 && isSame(stops[at - 1], stop)) {
        at -= 1
        history.back()
      } else {
        mark(() => history.replaceState({ klankbord: at }, ''))
        at += 1
        stops = upTo(stops, at, stop)
        mark(() => history.pushState({ klankbord: at }, ''))
      }
    },
    went: (state) => {
      const number = numberOf(state)
      if (number === null || number === at) return undefined
      at = number
      // Pages between screens are not shown twice.
      return stops[number] === null && number > 0 ? undefined : stops[number]
    },
    kept: () => ({ stops: stops.map((stop) => stop ?? null), at }),
    takeUp: (kept) => {
      if (numberOf(history.state) !== at || at >= kept.stops.length) return
      const here = kept.stops[kept.at]
      stops = kept.stops.map((stop, place) => (place === at && here !== undefined ? here : stop))
    },
    end: () => {
      stops = upTo([], at, null)
    },
  }
}

function isSame(one: Stop | undefined, other: Stop): boolean {
  return one === other || (one !== undefined && one !== null && other !== null && one.screen === other.screen)
}

/** What stood before, and this in the last place. */
function upTo(stops: readonly (Stop | undefined)[], at: number, last: Stop): readonly (Stop | undefined)[] {
  return [...Array.from({ length: at }, (_, place) => stops[place]), last]
}

function numberOf(state: unknown): number | null {
  const number = (state as { readonly klankbord?: unknown } | null)?.klankbord
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : null
}

/** Safari refuses after a hundred of them in half a minute; then its buttons skip a screen. */
function mark(entry: () => void): void {
  try {
    entry()
  } catch {
    return
  }
}
