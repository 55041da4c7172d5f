import type { DispositionCounts, FieldworkAccount, Finding, InvitationRoute, PlaceCount } from '@klankbord/model'

/** How many people of a list have something in common; the name is empty for people of no stratum. */
export interface PeopleCount {
  readonly name: string
  readonly people: number
}

/** A list to bring in. */
export interface NewList {
  readonly csv: string
  /** The header in the file, by our name of the column. */
  readonly columns: Readonly<Record<string, string>>
  readonly dryRun: boolean
}

/** What a list comes to. Lines are those of the file; nothing says who stands there. */
export interface ListReport {
  readonly people: number
  /** Null when nothing was stored. */
  readonly added: number | null
  readonly strata: readonly PeopleCount[]
  readonly excluded: readonly PeopleCount[]
  readonly doubles: {
    readonly count: number
    readonly lines: readonly { readonly line: number; readonly sameAs: number }[]
  }
  readonly refused: {
    readonly count: number
    readonly lines: readonly {
      readonly line: number
      readonly findings: readonly (Finding & { readonly column: string })[]
    }[]
  }
}

/** The list of a round in numbers. */
export interface FrameSummary {
  readonly people: number
  readonly invitations: number
  readonly withCode: number
  readonly strata: readonly (PeopleCount & { readonly eligible: number })[]
  readonly excluded: readonly PeopleCount[]
  readonly draws: readonly { readonly number: number; readonly drawnOn: string }[]
}

/** What is asked of a sample, as parts of a whole. */
export interface Precision {
  readonly margin: number
  readonly expectedResponse: number
}

/** How many people to invite. */
export interface SamplePlan {
  readonly needed: number
  readonly invite: number
  readonly everyone: boolean
  readonly expectedAnswers: number
  /** When everybody is invited; null where no answer is expected. */
  readonly reachableMargin: number | null
  readonly strata: readonly {
    readonly stratum: string
    readonly population: number
    readonly invite: number
    readonly expectedAnswers: number
    readonly tooSmall: boolean
  }[]
  readonly leastGroup: number
}

/** How to draw. */
export interface NewDraw {
  readonly seed: string
  readonly everyone?: true
  readonly strata?: Readonly<Record<string, number>>
  readonly onePerAddress: boolean
  readonly restMonths: number
}

/** What can be said of invitations. */
export const MARKS = ['undeliverable', 'refused', 'notInGroup', 'invited', 'reminded', 'undone'] as const
export type Mark = (typeof MARKS)[number]

/** What is said of which. */
export interface NewMarks {
  readonly mark: Mark
  readonly route?: InvitationRoute
  /** Ids or codes; all there are only of what was sent. */
  readonly invitations: readonly string[] | 'all'
}

/** What became of everybody who was asked. */
export type Account = { readonly places: readonly PlaceCount[] } & (
  | {
      readonly mode: 'codeConfidential'
      readonly total: FieldworkAccount
      readonly strata: readonly ({ readonly stratum: string } & FieldworkAccount)[]
      readonly notInvitedYet: number
    }
  | {
      readonly mode: 'codeAnonymous'
      readonly total: FieldworkAccount
      readonly strata: readonly {
        readonly strata: readonly string[]
        readonly made: number
        readonly usedAtLeast: number
      }[]
      readonly margins: Readonly<Record<string, Readonly<Record<string, number>>>>
      readonly notInvitedYet: number
    }
  | { readonly mode: 'open'; readonly answered: number; readonly invitations: DispositionCounts | null }
)

/** A count to keep; of today when no day is named. */
export type NewPlaceCount = Omit<PlaceCount, 'on'> & { readonly on?: string }

/** In what form somebody wants to take part. */
export const REQUESTED_FORMS = ['paper', 'telephone', 'talk'] as const
export type RequestedForm = (typeof REQUESTED_FORMS)[number]

/** Somebody wants to take part in another way. */
export interface NewFormRequest {
  readonly form: RequestedForm
  readonly name: string
  readonly reach: string
}
export interface FormRequest extends NewFormRequest {
  readonly id: string
  /** When it suits them; left out when nothing was said. */
  readonly when?: string
  readonly done: boolean
}
