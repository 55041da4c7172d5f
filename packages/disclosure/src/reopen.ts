import { problem, type Publication } from '@klankbord/model'
import { publicationShape } from './publication-shape.ts'
import { hashOf } from './seal-publication.ts'
import { unprotectedFigure } from './unprotected-figure.ts'

/**
 * The only way back from stored or received JSON to a publication. Its shape is checked without repairing
 * anything (unknown keys are refused), then its verdict, then its hash, and last whether it shows what no protected table does:
 * whoever can write into a database can make a hash.
 *
 * @example reopen(JSON.parse(text)).id
 * @throws Problem `publicationMalformed` with the place of the first fault; `publicationAltered` when the hash differs;
 *   `publicationUnprotected` with the first figure that its own policy hides
 */
export function reopen(json: unknown): Publication {
  const parsed = publicationShape.safeParse(json)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const path = (issue?.path ?? []).map((key) => `/${String(key)}`).join('')
    throw problem('publicationMalformed', { path, expected: issue?.code ?? 'a publication' })
  }
  const publication = parsed.data as unknown as Publication
  if (hashOf(publication) !== publication.hash) throw problem('publicationAltered', { id: publication.id })
  const shown = unprotectedFigure(publication)
  if (shown !== null) throw problem('publicationUnprotected', { id: publication.id, ...shown })
  return publication
}
