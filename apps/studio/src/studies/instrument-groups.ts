import type { InstrumentGroup, InstrumentSummary } from '@klankbord/model'

/** The questionnaires of one group. */
export interface GroupOfInstruments {
  readonly group: InstrumentGroup
  readonly instruments: readonly InstrumentSummary[]
}

/** Questionnaires by group, both in the order in which the server offers them; groups without any are left out. */
export function groupInstruments(instruments: readonly InstrumentSummary[]): readonly GroupOfInstruments[] {
  return [...new Set(instruments.map(({ group }) => group))].map((group) => ({
    group,
    instruments: instruments.filter((instrument) => instrument.group === group),
  }))
}
