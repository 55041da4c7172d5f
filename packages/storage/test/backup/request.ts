export const PASSPHRASE = 'juiste paardebatterij niet'

/** What a backup is made of. */
export const REQUEST = { passphrase: PASSPHRASE, madeOn: '2026-11-22' } as const
