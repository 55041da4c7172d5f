import type { PageData } from '@klankbord/pages/browser'

/**
 * The addresses of the pictures that a questionnaire shows beside its words, each once. They belong to the questionnaire:
 * none of them says anything about who fills it in.
 */
export function pictureAddresses({ questionnaire }: Pick<PageData, 'questionnaire'>): readonly string[] {
  const found = new Set<string>()
  JSON.stringify(questionnaire.questions, (key, value: unknown) => {
    if (key === 'image' && typeof value === 'string') found.add(value)
    return value
  })
  return [...found]
}

/** Pictures that the browser has ready. */
export interface Pictures {
  /** Fetches those that were not fetched yet: a document shows what it holds already without asking anybody. */
  fetchAhead(addresses: readonly string[]): void
}

/** @param fetchOne has the browser hold one picture; what comes back is held on to, for what nothing refers to is let go */
export function pictures(fetchOne: (address: string) => HTMLImageElement): Pictures {
  const held = new Map<string, HTMLImageElement>()
  return {
    fetchAhead: (addresses) => {
      for (const address of addresses) {
        const known = held.get(address)
        // What did not come is asked again.
        const isLost = known !== undefined && known.complete && known.naturalWidth === 0
        if (known === undefined || isLost) held.set(address, fetchOne(address))
      }
    },
  }
}

/** One picture, fetched by the browser. */
export function browserPicture(address: string): HTMLImageElement {
  const picture = new Image()
  picture.src = address
  return picture
}

/** Takes away each picture that does not come: its words say the same, and the sign of a broken one says nothing. */
export function withoutBrokenPictures(page: Document): void {
  page.addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLImageElement && target.classList.contains('picture')) target.remove()
    },
    true,
  )
}
