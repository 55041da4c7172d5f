import type { Finding } from '@klankbord/model'

/** Findings whose suggestion can stand where the mistake stands: in place of the key, or of the value. */
const REPLACED: Readonly<Record<string, 'key' | 'value'>> = {
  unknownProperty: 'key',
  unknownElementType: 'value',
  unknownPropertyValue: 'value',
}

/** What the suggestion of a finding replaces; null when one press cannot mend it. */
export function replacedPart(finding: Finding): 'key' | 'value' | null {
  return finding.suggestion === undefined ? null : (REPLACED[finding.code] ?? null)
}
