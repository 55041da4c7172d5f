import type { Role } from '@klankbord/model'
import type { OutlinedWave, StudyOutline } from '../api/desk-types.ts'

/** The pages about mail, single answers, quotes and comments of a study. */
export const DESKS = ['outbox', 'records', 'privacy', 'quotes', 'comments'] as const
export type Desk = (typeof DESKS)[number]

type AnyRole = Role | 'administrator'

const AT_DESK: Readonly<Record<Desk, readonly AnyRole[]>> = {
  outbox: ['researcher', 'administrator'],
  records: ['recordReader', 'researcher', 'administrator'],
  privacy: ['privacyOfficer', 'administrator'],
  quotes: ['researcher', 'administrator', 'clientExpert'],
  comments: ['researcher', 'administrator', 'coResearcher', 'clientExpert', 'approver'],
}

/** The pages that somebody has work at, by what they are in the study. */
export function desksOf(roles: readonly AnyRole[]): readonly Desk[] {
  return DESKS.filter((desk) => AT_DESK[desk].some((role) => roles.includes(role)))
}

/** Whether somebody designs and publishes, rather than reading along. */
export function isResearcher(roles: readonly AnyRole[]): boolean {
  return roles.includes('researcher') || roles.includes('administrator')
}

/** What somebody may read of a round one by one: responses, or only open answers without the rest. */
export function readable(
  { mode }: Pick<OutlinedWave, 'mode'>,
  roles: readonly AnyRole[],
): readonly ('responses' | 'openAnswers')[] {
  if (mode === 'codeAnonymous' && !roles.includes('recordReader')) return ['openAnswers']
  return ['responses', 'openAnswers']
}

/** The round that people most likely mean: the last one with answers, else the last. */
export function likelyWave({ waves }: Pick<StudyOutline, 'waves'>): OutlinedWave | null {
  return waves.findLast(({ answers }) => answers > 0) ?? waves.at(-1) ?? null
}
