import { contentHash, type Publication } from '@klankbord/model'

/**
 * Freezes a publication: adds the hash of all its content. From here on any change shows when it is opened.
 *
 * @example sealPublication(content).hash.length // 64
 */
export function sealPublication(content: Omit<Publication, 'hash'>): Publication {
  return { ...content, hash: hashOf(content) }
}

/** The hash that belongs to a publication's content, whatever hash stands in it now. */
export function hashOf(publication: Omit<Publication, 'hash'>): string {
  return contentHash({ ...publication, hash: undefined })
}
