import { problem } from '@klankbord/model'
import { listOrganisations, studyOrganisations } from '@klankbord/storage'
import { shareWith, stopSharingWith } from '../study/share-study.ts'
import { studyNamed } from '../study/study-named.ts'
import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'
import { inWorkplace, publicUrlOf } from './workplace.ts'

/** Shares a study with an organisation or ends that, where one is named, and prints who shares it. */
export async function shareStudyWith(
  place: Surroundings,
  study: string,
  options: {
    readonly data: string
    readonly organisation?: string
    readonly variable?: string
    readonly value?: string
    readonly stop?: boolean
  },
): Promise<void> {
  await inWorkplace(place, { data: options.data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const found = await studyNamed(context, study)
    const all = await listOrganisations(context.database.db)
    if (options.organisation !== undefined) {
      const organisationId = all.find(({ name }) => name === options.organisation)?.id
      if (organisationId === undefined) throw problem('unknownOrganisation', { organisation: options.organisation })
      const { variable, value = '' } = options
      const part = variable === undefined ? null : { variable, value: Number(value || Number.NaN) }
      if (options.stop === true) await stopSharingWith(context, null, found.id, organisationId)
      else await shareWith(context, null, found, { organisationId, part })
    }
    for (const { organisationId, owner, part } of await studyOrganisations(context.database.db, found.id)) {
      const name = all.find(({ id }) => id === organisationId)?.name ?? organisationId
      const share = owner ? 'owner' : part === null ? 'total' : 'part'
      place.terminal.print(
        say(`shared.${share}`, { name, variable: part?.variable ?? '', value: String(part?.value ?? '') }),
      )
    }
  })
}
