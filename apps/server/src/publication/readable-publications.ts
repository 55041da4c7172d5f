import type { LocalizedText } from '@klankbord/model'
import { listOrganisations, listPublications, listStudies, listWaves, type Study } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import type { Rights } from '../staff/rights.ts'
import { knownStudies } from '../staff/rights.ts'
import { isShown } from '../study/study-summary.ts'
import { asOf } from './as-of.ts'
import { isReader } from './may-read.ts'

/** A publication in the list of who may read it. */
export interface ReadablePublication {
  readonly id: string
  /** Its path on this server. */
  readonly path: string
  readonly studyId: string
  readonly study: LocalizedText
  readonly wave: LocalizedText
  readonly edition: number
  /** ISO date. */
  readonly publishedOn: string
  readonly readers: 'members' | 'everybody'
  /** The organisation whose respondents alone it is about, by name; null for all. */
  readonly partOf: string | null
}

/** What is published of the studies that somebody has to do with, as far as they may read it; newest first. */
export async function readablePublications(
  context: ServerContext,
  rights: Rights,
): Promise<readonly ReadablePublication[]> {
  const { db } = context.database
  const studies = await knownStudies(context, rights, await listStudies(db))
  const names = new Map((await listOrganisations(db)).map(({ id, name }) => [id, name]))
  const all = await Promise.all(studies.map((study) => readableOf(context, rights, study, names)))
  return all.flat().toSorted((a, b) => b.publishedOn.localeCompare(a.publishedOn) || b.edition - a.edition)
}

async function readableOf(
  context: ServerContext,
  rights: Rights,
  study: Study,
  names: ReadonlyMap<string, string>,
): Promise<readonly ReadablePublication[]> {
  const { db } = context.database
  const [waves, publications] = await Promise.all([listWaves(db, study.id), listPublications(db, study.id)])
  const shown = await Promise.all(
    publications.filter(isShown).map(async (stored): Promise<readonly ReadablePublication[]> => {
      const publication = asOf(stored, context.clock)
      const everybody = publication.state === 'public'
      if (!everybody && !(await isReader(context, publication, rights))) return []
      const { id, waveId, edition, publishedOn, organisationId } = publication
      return [
        {
          id,
          path: `/r/${id}`,
          studyId: study.id,
          study: study.title,
          wave: waves.find((wave) => wave.id === waveId)?.title ?? {},
          edition,
          publishedOn,
          readers: everybody ? 'everybody' : 'members',
          partOf: organisationId === null ? null : (names.get(organisationId) ?? organisationId),
        },
      ]
    }),
  )
  return shown.flat()
}
