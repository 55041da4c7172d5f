/** The first words of addresses that the server has itself; a wave that is called so is found below `/v/` only. */
export const OWN_ADDRESSES: readonly string[] = [
  'api',
  'assets',
  'healthz',
  'metrics',
  'pictures',
  'r',
  'readyz',
  'recordings',
  'studio',
  'v',
]

/**
 * What people type from a letter to come to a wave, without scheme.
 *
 * @param origin scheme and host of this server
 * @example shortAddress('https://vragen.example', 'maasdal-wmo') // 'vragen.example/maasdal-wmo'
 */
export function shortAddress(origin: string, address: string): string {
  const host = origin.replace(/^https?:\/\//, '')
  return OWN_ADDRESSES.includes(address) ? `${host}/v/${address}` : `${host}/${address}`
}

/**
 * What people type to come to the page with the four choices, without scheme.
 *
 * @example frontAddress('https://vragen.example', 'maasdal-wmo') // 'vragen.example/maasdal-wmo'
 */
export function frontAddress(origin: string, address: string): string {
  const short = shortAddress(origin, address)
  return OWN_ADDRESSES.includes(address) ? `${short}/start` : short
}
