/** How many codes were made, how many were used, and of how many staff know what became of the invitation. */
export interface CodesHeard {
  readonly made: number
  readonly used: number
  readonly notInvited: number
  readonly undeliverable: number
  readonly notInGroup: number
  readonly refused: number
}

/**
 * What is known of invitations beside how many codes were used, without looking whose code that was: a number that moved
 * when the code of a refusal is used would tell of somebody whether they took part. Who refused and answered after all
 * is in both, so where together they are more than the codes there are, less is said of invitations.
 *
 * @example heardApart({ made: 12, used: 8, notInvited: 0, undeliverable: 1, notInGroup: 0, refused: 5 }).refused // 3
 */
export function heardApart({ made, used, ...known }: CodesHeard): Omit<CodesHeard, 'made' | 'used'> {
  const left = made - used
  const notInvited = Math.min(known.notInvited, left)
  const undeliverable = Math.min(known.undeliverable, left - notInvited)
  const notInGroup = Math.min(known.notInGroup, left - notInvited - undeliverable)
  const refused = Math.min(known.refused, left - notInvited - undeliverable - notInGroup)
  return { notInvited, undeliverable, notInGroup, refused }
}
