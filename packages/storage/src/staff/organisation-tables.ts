import type { ApprovalStep, Json, Role } from '@klankbord/model'
import type { Generated, JSONColumnType as JsonColumn } from 'kysely'

interface OrganisationTable {
  id: string
  name: string
}

/** Studies of an organisation that belong together. */
interface ProgrammeTable {
  id: string
  organisation_id: string
  name: string
}

/** An organisation that shares a study, and the respondents that are its own: the value of one variable. */
interface StudyOrganisationTable {
  study_id: string
  organisation_id: string
  variable: string | null
  value: number | null
}

/** Whether fieldwork waits for an organisation, where that was set. */
interface ApprovalSettingTable {
  study_id: string
  organisation_id: string
  needed: boolean
}

/** Somebody asked for approval of a version, or answered. Rows are only added. */
interface ApprovalStepTable {
  study_id: string
  /** 1, 2, 3 … within the study. */
  number: number
  kind: ApprovalStep['kind']
  version: number
  version_hash: string
  organisation_id: string | null
  user_id: string | null
  user_name: string
  at: Date
  remark: string
}

interface MembershipTable {
  id: string
  organisation_id: string
  user_id: string
  role: Role
  /** Null: not in one study only. */
  study_id: string | null
  /** Null: not in one programme only. */
  programme_id: Generated<string | null>
}

interface StaffInvitationTable {
  id: string
  token_hash: string
  organisation_id: string
  study_id: string | null
  programme_id: Generated<string | null>
  role: Role
  email: string
  invited_by: string | null
  expires_at: Date
  accepted_at: Date | null
}

/** What staff did and saw. Rows are only added, and each holds the hash of the one before. */
interface AuditLogTable {
  /** 1, 2, 3 … */
  number: string
  at: Date
  user_id: string | null
  user_name: string
  action: string
  organisation_id: string | null
  study_id: string | null
  details: JsonColumn<Readonly<Record<string, Json>>>
  previous: string
  hash: string
}

/** The last of the audit log. */
interface AuditHeadTable {
  single: Generated<boolean>
  number: string
  hash: string
}

/** Organisations, what they share and approve, and what their staff did. */
export interface OrganisationTables {
  organisations: OrganisationTable
  programmes: ProgrammeTable
  study_organisations: StudyOrganisationTable
  approval_settings: ApprovalSettingTable
  approval_steps: ApprovalStepTable
  memberships: MembershipTable
  staff_invitations: StaffInvitationTable
  audit_log: AuditLogTable
  audit_head: AuditHeadTable
}
