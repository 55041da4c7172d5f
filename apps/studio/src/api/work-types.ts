import type { ApprovalState, ApprovalStep, LocalizedText, Question, Role } from '@klankbord/model'

/** A study in which somebody is something. */
export interface OwnStudy {
  readonly id: string
  readonly title: LocalizedText
  /** For the organisation that it is of. */
  readonly roles: readonly Role[]
  /** For an organisation that it is shared with. */
  readonly sharingRoles: readonly Role[]
  /** The version that waits for their approval; null when none does. */
  readonly waitsForApproval: number | null
}

/** A publication in the list of who may read it. */
export interface ReadablePublication {
  readonly id: string
  readonly path: string
  readonly studyId: string
  readonly study: LocalizedText
  readonly wave: LocalizedText
  readonly edition: number
  /** ISO date. */
  readonly publishedOn: string
  readonly readers: 'members' | 'everybody'
  /** The organisation whose respondents alone it is about, by name; null for all. */
  readonly partOf: string | null
}

/** Where an organisation stands with the latest version. */
export interface OrganisationApproval {
  readonly organisationId: string
  readonly name: string
  readonly state: ApprovalState
  /** Null: it follows the rule. */
  readonly setting: boolean | null
  readonly approvers: number
  /** Whether who looks may answer for it. */
  readonly mine: boolean
}

/** Something that was asked or answered about a version. */
export interface ApprovalEvent {
  readonly kind: ApprovalStep['kind']
  readonly version: number
  readonly organisationId: string | null
  readonly organisation: string | null
  readonly by: string
  /** ISO moment. */
  readonly at: string
  readonly remark: string
}

/** Who has to agree to the latest version of a study, who did, and what was said. */
export interface Approvals {
  readonly title: LocalizedText
  readonly version: number | null
  readonly organisations: readonly OrganisationApproval[]
  readonly steps: readonly ApprovalEvent[]
}

/** What an approver answers. */
export interface ApprovalAnswer {
  readonly organisationId: string
  readonly version: number
  readonly answer: 'agreed' | 'sentBack'
  readonly remark: string
}

/** A question as it is read by who decides on it. */
export interface ReadableQuestion {
  readonly name: string
  readonly type: Question['type']
  readonly title: LocalizedText
  readonly prompt?: LocalizedText
  readonly description?: LocalizedText
  readonly answers: readonly LocalizedText[]
  readonly rows: readonly LocalizedText[]
  readonly notOfEverybody: boolean
  readonly sensitive: boolean
}

/** A published questionnaire to read from beginning to end. */
export interface ReadableVersion {
  readonly version: number
  /** ISO date. */
  readonly publishedOn: string
  readonly title: LocalizedText
  readonly screens: readonly {
    readonly id: string
    readonly title: LocalizedText | null
    readonly questions: readonly ReadableQuestion[]
  }[]
}
