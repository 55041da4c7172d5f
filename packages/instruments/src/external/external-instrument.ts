import type { LocalizedText } from '@klankbord/model'

/**
 * What one may do with a questionnaire. `own`: ours. `free`: its source says that use is free. `ask`: not without asking
 * the owner, or not known. `forbidden`: protected, with a licence that an open project cannot meet.
 */
export type Rights = 'own' | 'free' | 'ask' | 'forbidden'

/** A questionnaire of the field that is not ours: facts to choose by, never its sentences. */
export interface ExternalInstrument {
  /** Never changes, and is no id of an instrument of our own. */
  readonly id: string
  readonly name: string
  /** Who made it or gives it out; absent where that was not found. */
  readonly owner?: string
  readonly measures: LocalizedText
  readonly rights: Exclude<Rights, 'own'>
  /** Where the facts were found, as names of sites and papers. */
  readonly source: string
  /**
   * How sure the rights are: `source` says them; `unconfirmed` is what is generally held and was not looked up; `silent`
   * means that it was not established whether the questionnaire may be handed on, so that one has to ask.
   */
  readonly rightsFrom: 'source' | 'unconfirmed' | 'silent'
  readonly note: LocalizedText
}
