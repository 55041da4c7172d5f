import { modeOf, RESPONSE_CHANNELS, summarizePlaces, type AnswerMode, type FieldworkCounts } from '@klankbord/model'
import { countByChannel, eventsOf, responsesByWeek, type Wave } from '@klankbord/storage'
import { isoWeek } from '../clock.ts'
import { contactStore } from '../contacts/contact-store.ts'
import type { ServerContext } from '../context.ts'
import { studyAccount, type StudyAccount } from '../fieldwork/study-account.ts'

/**
 * What became of the invitations of a wave, and how and when answers came, as it was counted. Of an anonymous wave no more
 * than its account tells. Reminders are known until the contacts of the wave are erased.
 *
 * @throws Problem as `studyAccount`
 */
export async function fieldworkCounts(context: ServerContext, wave: Wave): Promise<FieldworkCounts> {
  const { db } = context.database
  const place = { studyId: wave.studyId, waveId: wave.id }
  const account = await studyAccount(context, wave)
  const rounded = account.mode === 'codeAnonymous'
  return {
    invitations: invitationsIn(account),
    modes: rounded ? marginModes(account) : modesOf(await countByChannel(db, place)),
    rounded,
    weeks: await responsesByWeek(db, place),
    reminders: await remindersOf(context, place),
    places: account.places.length === 0 ? null : summarizePlaces(account.places).total,
  }
}

function invitationsIn(account: StudyAccount): FieldworkCounts['invitations'] {
  if (account.mode === 'open') return account.invitations && { ...account.invitations, answered: 0, withdrawn: 0 }
  return account.total.invited === 0 ? null : account.total
}

/** Who withdrew may still be in a margin, so each of these is at least so much less. */
function marginModes({ margins, total }: Extract<StudyAccount, { mode: 'codeAnonymous' }>): FieldworkCounts['modes'] {
  const { withdrawn } = total
  const counts = modesOf(margins['channel'] ?? {})
  return Object.fromEntries(Object.entries(counts).map(([mode, people]) => [mode, Math.max(0, people - withdrawn)]))
}

function modesOf(channels: Readonly<Record<string, number>>): FieldworkCounts['modes'] {
  const counts: Partial<Record<AnswerMode, number>> = {}
  for (const [name, people] of Object.entries(channels)) {
    const mode = modeOf(RESPONSE_CHANNELS.find((channel) => channel === name) ?? 'unrecorded')
    counts[mode] = (counts[mode] ?? 0) + people
  }
  return counts
}

async function remindersOf(
  context: ServerContext,
  place: { readonly studyId: string; readonly waveId: string },
): Promise<FieldworkCounts['reminders']> {
  const events = [...(await eventsOf(contactStore(context).db, place)).values()]
  const weeks = new Map<string, number>()
  for (const happened of events) {
    const undone = new Set(happened.flatMap((event) => (event.kind === 'undone' ? [event.event] : [])))
    for (const { id, kind, on } of happened) {
      if (kind !== 'reminded' || undone.has(id)) continue
      const week = on.includes('W') ? on : isoWeek(new Date(on))
      weeks.set(week, (weeks.get(week) ?? 0) + 1)
    }
  }
  return [...weeks].toSorted().map(([week, sent]) => ({ week, sent }))
}
