/** What the words of a method note are filled with. Lists hold codes of this project, which a reader reads as words. */
export type MethodDetails = Readonly<Record<string, string | number | readonly string[]>>

/** The methods that a publication can have been made by. */
export const METHOD_CODES = [
  'planFixedBefore',
  'planFixed',
  'planChanged',
  'collected',
  'modesOne',
  'modesSeveral',
  'intervalSample',
  'intervalPopulation',
  'notWeighted',
  'weighted',
  'weightedHidden',
  'groupsTested',
  'groupsNotTested',
  'groupsNotPlanned',
  'groupsPlanned',
  'groupsHidden',
  'sensitiveHidden',
  'audited',
  'nothingHidden',
  'roundedShares',
  'representation',
  'trendTested',
  'trendNotTested',
  'trendBroken',
  'fieldworkTogether',
  'fieldworkHeldBack',
  'fieldworkRounded',
  'figuresTraced',
] as const

export type MethodCode = (typeof METHOD_CODES)[number]

/** A method as it was used for this publication. The code is put into words where it is read. */
export interface MethodNote {
  readonly code: MethodCode
  readonly details: MethodDetails
}
