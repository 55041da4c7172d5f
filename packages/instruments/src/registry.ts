import { ambulatoryMentalHealth } from './ambulatory-mental-health/ambulatory-mental-health.ts'
import { generalThemes } from './general-themes/general-themes.ts'
import type { Instrument } from './instrument.ts'
import { meetingEvaluation } from './meeting-evaluation/meeting-evaluation.ts'
import { monthlyQuestion } from './monthly-question/monthly-question.ts'
import { oneMinuteSignal } from './one-minute-signal/one-minute-signal.ts'
import { professionals } from './professionals/professionals.ts'
import { relatives } from './relatives/relatives.ts'
import { shelterAndShelteredLiving } from './shelter-and-sheltered-living/shelter-and-sheltered-living.ts'
import { waitingTimes } from './waiting-times/waiting-times.ts'
import { wmoClientExperience } from './wmo-client-experience/wmo-client-experience.ts'
import { youthAndParents } from './youth-and-parents/youth-and-parents.ts'

/** All instruments, in the order in which they are offered. */
export const INSTRUMENTS: readonly Instrument[] = [
  wmoClientExperience,
  youthAndParents,
  ambulatoryMentalHealth,
  shelterAndShelteredLiving,
  relatives,
  professionals,
  waitingTimes,
  meetingEvaluation,
  oneMinuteSignal,
  monthlyQuestion,
  generalThemes,
]

/** The instrument with this id, or undefined. @example findInstrument('wmo-client-experience')?.rights // 'own' */
export function findInstrument(id: string): Instrument | undefined {
  return INSTRUMENTS.find((instrument) => instrument.id === id)
}
