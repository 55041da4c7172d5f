import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'

/** Whether a statement copies rows out, which is another conversation with the server than asking for them. */
export function isCopyOut(statement: string): boolean {
  return /^\s*copy\b[\s\S]*\bto stdout\b/i.test(statement)
}

/** What a statement copies out, whole: whoever writes it sees to it that it fits in memory. */
export async function copyOut(client: pg.ClientBase, statement: string): Promise<Buffer> {
  const copying = client.query(copyTo(statement))
  try {
    const parts: Buffer[] = []
    for await (const part of copying) parts.push(part as Buffer)
    return Buffer.concat(parts)
  } finally {
    // The client measures how long every statement takes and would give this one up long after it has ended.
    const { callback } = copying as { readonly callback?: () => void }
    callback?.()
  }
}
