import { problem } from '@klankbord/model'
import {
  listOrganisations,
  listProgrammes,
  moveStudy,
  programmeNamed,
  type StaffOrganisation,
} from '@klankbord/storage'
import type { Command } from 'commander'
import type { ServerContext } from '../../context.ts'
import { audit } from '../../staff/audit.ts'
import { studyNamed } from '../../study/study-named.ts'
import { inData } from '../in-data.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'

/** Commands about studies that belong together. */
export function programmeCommands(root: Command, place: Surroundings): void {
  const programme = root.command('programme').description(say('commandProgramme'))
  const work = (data: string, task: (context: ServerContext) => Promise<void>): Promise<void> =>
    inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, ({ context }) => task(context))
  inData(programme.command('add').description(say('commandProgrammeAdd')))
    .argument('<name>', say('argumentProgramme'))
    .requiredOption('--organisation <name>', say('optionProgrammeOrganisation'))
    .action(async (name: string, { data, organisation }) =>
      work(data, async (context) => {
        const { id } = await organisationAt(context, organisation)
        const added = await programmeNamed(context.database.db, id, name.trim())
        const details = { programme: added.id }
        await audit(context, null, { action: 'programme.added', organisationId: id, details })
        place.terminal.print(say('programmeAdded', { name: added.name, organisation }))
      }),
    )
  inData(programme.command('list').description(say('commandProgrammeList'))).action(async ({ data }) =>
    work(data, async (context) => {
      for (const { id, name: organisation } of await listOrganisations(context.database.db)) {
        for (const { name } of await listProgrammes(context.database.db, id)) {
          place.terminal.print(say('programmeLine', { name, organisation }))
        }
      }
    }),
  )
  inData(programme.command('put').description(say('commandProgrammePut')))
    .argument('<study>', say('argumentStudyMoved'))
    .argument('[name]', say('argumentProgrammePut'))
    .action(async (given: string, name: string | undefined, { data }) =>
      work(data, async (context) => {
        const study = await studyNamed(context, given)
        const found = name === undefined ? null : await programmeAt(context, study.organisationId, name)
        await moveStudy(context.database.db, study.id, found)
        await audit(context, null, { action: 'study.moved', studyId: study.id, details: { programme: found } })
        place.terminal.print(say('studyMoved', { name: name ?? '', into: String(name !== undefined) }))
      }),
    )
}

/** @throws Problem `unknownOrganisation` */
async function organisationAt({ database }: ServerContext, name: string): Promise<StaffOrganisation> {
  const found = (await listOrganisations(database.db)).find((one) => one.name === name.trim())
  if (found === undefined) throw problem('unknownOrganisation', { organisation: name })
  return found
}

/** The id of an organisation's programme. @throws Problem `unknownProgramme` */
export async function programmeAt({ database }: ServerContext, organisation: string, name: string): Promise<string> {
  const found = (await listProgrammes(database.db, organisation)).find((one) => one.name === name.trim())
  if (found === undefined) throw problem('unknownProgramme', { programme: name })
  return found.id
}
