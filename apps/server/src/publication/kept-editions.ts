import { reopen, type Edition } from '@klankbord/disclosure'
import { findPublication, listPublications, type Wave } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'

/**
 * Everything that was published of a wave as anybody may have kept it, oldest edition first: that of all respondents, and those of
 * the parts that organisations have. Withdrawn ones are among them, and no drafts.
 *
 * @throws Problem `publicationAltered`, `publicationMalformed`, `publicationUnprotected`
 */
export async function keptEditions({ database: { db } }: ServerContext, wave: Wave): Promise<readonly Edition[]> {
  const summaries = (await listPublications(db, wave.studyId)).filter(
    ({ waveId, state }) => waveId === wave.id && state !== 'draft',
  )
  const stored = await Promise.all(summaries.map(({ id }) => findPublication(db, id)))
  const opened = stored.flatMap((found) =>
    found === null || found.content === ''
      ? []
      : [{ organisationId: found.organisationId, publication: reopen(JSON.parse(found.content)) }],
  )
  const editions = [...new Set(opened.map(({ publication }) => publication.edition))].toSorted((a, b) => a - b)
  return editions.map((edition): Edition => {
    const all = opened.filter(({ publication }) => publication.edition === edition)
    return {
      tables: all.find(({ organisationId }) => organisationId === null)?.publication.tables ?? [],
      parts: all.flatMap(({ organisationId, publication }) => (organisationId === null ? [] : [publication.tables])),
    }
  })
}
