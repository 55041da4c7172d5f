import type { CountTable, HiddenReason } from '@klankbord/model'

/**
 * Whether a crossed table lost more than three quarters of its groups. It goes whole: who looks for a group in it rarely finds one, and what
 * is left of it would take the groups and answers of the tables that it adds up to along.
 */
export function isMostlyHidden({ by }: CountTable, reasons: readonly (HiddenReason | null)[]): boolean {
  return by?.crossed !== undefined && 4 * reasons.filter((reason) => reason !== null).length > 3 * reasons.length
}
