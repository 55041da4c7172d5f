/**
 * SHA-256 of a text in UTF-8, as 64 hexadecimal digits (FIPS 180-4). As small as it can be: it hashes one code. Browsers
 * have one of their own, but not where a page came over plain http.
 */
export function textHash(text: string): string {
  const { state, keys } = constants()
  const bytes = [...new TextEncoder().encode(text)]
  const bits = bytes.length * 8
  bytes.push(0x80)
  while (bytes.length % 64 !== 56) bytes.push(0)
  for (let shift = 56; shift >= 0; shift -= 8) bytes.push(shift > 24 ? 0 : (bits >>> shift) & 255)
  for (let start = 0; start < bytes.length; start += 64) mix(state, keys, bytes.slice(start, start + 64))
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

/** First 32 bits of the fractions of the square roots of the first 8 primes, and of the cube roots of the first 64. */
function constants(): { readonly state: number[]; readonly keys: readonly number[] } {
  const primes: number[] = []
  for (let number = 2; primes.length < 64; number += 1)
    if (primes.every((prime) => number % prime !== 0)) primes.push(number)
  const fraction = (root: number): number => ((root - Math.floor(root)) * 2 ** 32) | 0
  return {
    state: primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime))),
    keys: primes.map((prime) => fraction(Math.cbrt(prime))),
  }
}

function mix(state: number[], keys: readonly number[], block: readonly number[]): void {
  const at = (list: readonly number[], place: number): number => list[place] ?? 0
  const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by))
  const words = keys.map((_key, place) =>
    block.slice(place * 4, place * 4 + 4).reduce((sum, byte) => (sum << 8) | byte, 0),
  )
  for (let place = 16; place < 64; place += 1) {
    const [far, near] = [at(words, place - 15), at(words, place - 2)]
    const low = turned(far, 7) ^ turned(far, 18) ^ (far >>> 3)
    const high = turned(near, 17) ^ turned(near, 19) ^ (near >>> 10)
    words[place] = (at(words, place - 16) + low + at(words, place - 7) + high) | 0
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let place = 0; place < 64; place += 1) {
    const sum =
      h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + at(keys, place) + at(words, place)
    const other = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + sum) | 0, c, b, a, (sum + other) | 0]
  }
  ;[a, b, c, d, e, f, g, h].forEach((word, place) => {
    state[place] = (at(state, place) + word) | 0
  })
}

/** SHA-256 of the canonical JSON of a value. */
export function contentHash(value: unknown): string {
  return textHash(canonicalJson(value))
}

/** The one text of a JSON value: keys sorted by code unit, absent keys left out. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, item: unknown) =>
    item !== null && typeof item === 'object' && !Array.isArray(item)
      ? // Without a function that compares them, texts are sorted by code unit.
        Object.fromEntries(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  )
}
