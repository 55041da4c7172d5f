import { CONTACT_ROUTES, type InvitationRoute } from '@klankbord/model'
import { markInvitations, type Mark } from '../../fieldwork/mark-invitations.ts'
import { waveAt } from '../../respondent/visit.ts'
import { audit } from '../../staff/audit.ts'
import type { ExitCode } from '../exit-code.ts'
import { readTextFile } from '../read-text-file.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'

const MARKS: Readonly<Record<string, Mark>> = {
  invited: 'invited',
  reminded: 'reminded',
  undeliverable: 'undeliverable',
  'not-in-group': 'notInGroup',
  refused: 'refused',
  undone: 'undone',
}
const ROUTES: readonly InvitationRoute[] = [...CONTACT_ROUTES, 'handedOver']

export interface MarkedInvitations {
  readonly data: string
  readonly wave: string
  /** With an id or a code at the beginning of each line; the first line may name the columns. */
  readonly file?: string
  readonly route?: string
}

/** Notes what became of invitations, all of those that were named or none. @returns 1 when what was typed is none of it */
export async function markNamed(
  place: Surroundings,
  what: string,
  named: readonly string[],
  { data, wave, file, route: typed }: MarkedInvitations,
): Promise<ExitCode> {
  const mark = MARKS[what]
  const route = ROUTES.find((known) => known === typed)
  if (mark === undefined || (typed !== undefined && route === undefined)) {
    place.terminal.warn(say('notAMark', { marks: Object.keys(MARKS).join(', '), routes: ROUTES.join(', ') }))
    return 1
  }
  const invitations = [...named, ...(file === undefined ? [] : idsIn(await readTextFile(file)))]
  return inWorkplace<ExitCode>(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const opened = await waveAt(context, wave)
    const by = route === undefined ? {} : { route }
    const count = await markInvitations(context, opened.wave, { mark, invitations, ...by })
    const details = { wave: opened.wave.id, mark, count }
    await audit(context, null, { action: 'invitations.marked', studyId: opened.study.id, details })
    place.terminal.print(say('invitationsMarked', { count }))
    return 0
  })
}

function idsIn(text: string): readonly string[] {
  const first = text.split(/\r\n|\n|\r/).map((line) => (line.split(/[,;\t]/)[0] ?? '').replaceAll('"', '').trim())
  return first.filter((cell, place) => cell !== '' && !(place === 0 && ['id', 'code'].includes(cell.toLowerCase())))
}
