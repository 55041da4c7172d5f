import { Html } from '@klankbord/pages/browser'

const told: { whoAsks: Html; privacy: readonly Html[] } = { whoAsks: new Html(''), privacy: [] }

/** With the paragraphs that came with the page. */
export function setPrivacy(asks: string, paragraphs: readonly string[]): void {
  told.whoAsks = new Html(asks)
  told.privacy = paragraphs.map((paragraph) => new Html(paragraph))
}

/** Who asks. */
export function whoAsks(): Html {
  return told.whoAsks
}

/** What becomes of answers. */
export function privacy(): readonly Html[] {
  return told.privacy
}
