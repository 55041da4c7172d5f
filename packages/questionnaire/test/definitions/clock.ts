import type { Clock } from '@klankbord/model'

/** The day on which everybody in these tests answers. */
export const CLOCK: Clock = { today: '2026-05-31' }
