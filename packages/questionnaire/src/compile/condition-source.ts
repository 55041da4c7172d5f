/** A condition as its author wrote it, and where. */
export interface ConditionSource {
  readonly text: string
  readonly property: string
  readonly element: string
  readonly path: string
}
