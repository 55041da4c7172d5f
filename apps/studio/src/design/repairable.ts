import type { Finding } from '@klankbord/model'

/** Whether a finding names the property that was probably meant, so that one press can mend it. */
export function isRepairable(finding: Finding): boolean {
  return finding.code === 'unknownProperty' && finding.suggestion !== undefined
}
