/**
 * The tables that sealing keeps everybody out of, in the order in which it locks them. Who needs several of them in one
 * statement or transaction locks them in this order, too: otherwise each could wait for the other.
 */
export const WAITING_ROOM = ['paper_entries', 'pending_responses', 'pending_codes', 'drafts'] as const
