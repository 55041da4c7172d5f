import { saveHelpPhone } from '@klankbord/storage'
import { InvalidArgumentError } from 'commander'
import { audit } from '../staff/audit.ts'
import { HELP_PHONE } from '../study/help-phone.ts'
import { studyNamed } from '../study/study-named.ts'
import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'
import { inWorkplace, publicUrlOf } from './workplace.ts'

/** A number as somebody typed it. */
export function typedPhone(typed: string): string {
  const { success, data } = HELP_PHONE.safeParse(typed)
  if (!success) throw new InvalidArgumentError(say('notATelephone'))
  return data
}

/** Changes the number that people can call for help, takes it away, or prints it where nothing is to change. */
export async function callStudy(
  place: Surroundings,
  name: string,
  { data, phone, none = false }: { readonly data: string; readonly phone?: string; readonly none?: boolean },
): Promise<void> {
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const { db } = context.database
    const { id } = await studyNamed(context, name)
    if (none || phone !== undefined) {
      await saveHelpPhone(db, id, none ? null : (phone ?? null))
      await audit(context, null, { action: 'study.phoneChanged', studyId: id })
    }
    const { helpPhone } = (await studyNamed(context, id)).organisation
    place.terminal.print(helpPhone === undefined ? say('helpPhoneNone') : say('helpPhoneIs', { phone: helpPhone }))
  })
}
