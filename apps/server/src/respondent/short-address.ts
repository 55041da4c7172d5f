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
 * The short address of a wave as a link: the page where people fill in, go on later, have answers erased and read results.
 *
 * @param origin scheme and host of this server
 * @example frontUrl('https://vragen.example', 'maasdal-wmo') // 'https://vragen.example/maasdal-wmo'
 */
export function frontUrl(origin: string, address: string): string {
  return OWN_ADDRESSES.includes(address) ? `${origin}/v/${address}/start` : `${origin}/${address}`
}

/**
 * The same without scheme, as people type it from a letter or say it over the telephone.
 *
 * @example frontAddress('https://vragen.example', 'maasdal-wmo') // 'vragen.example/maasdal-wmo'
 */
export function frontAddress(origin: string, address: string): string {
  return frontUrl(origin, address).replace(/^https?:\/\//, '')
}
