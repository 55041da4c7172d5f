/**
 * Which secrets a text gives away: as they are, in capitals or not, escaped as in JSON, in an address or in HTML, with
 * other signs or none between their letters, or in base64.
 *
 * @example leaksIn('{"body":"Mijn%20buurvrouw"}', ['mijn buurvrouw']) // ['mijn buurvrouw']
 */
export function leaksIn(text: string, secrets: Iterable<string>): readonly string[] {
  const readings = [text, unescaped(text), decoded(text)].map((reading) => reading.toLowerCase())
  const bare = readings.map(lettersOnly)
  return [...secrets].filter(
    (secret) =>
      readings.some((reading) => reading.includes(secret.toLowerCase())) ||
      (lettersOnly(secret.toLowerCase()).length >= SHORTEST &&
        bare.some((reading) => reading.includes(lettersOnly(secret.toLowerCase())))) ||
      inBase64(secret).some((coded) => text.includes(coded)),
  )
}

/** Fewer letters and digits than these stand in a row by chance. */
const SHORTEST = 8

const lettersOnly = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '')

/** `\u00e9`, `\n` and `&#39;` as what they stand for. */
function unescaped(text: string): string {
  return text
    .replaceAll(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/&#(\d{1,6});/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll(/\\(["\\/])/g, '$1')
    .replaceAll(/\\[nrt]/g, ' ')
}

/** Percent signs and plus signs as in an address or a form. */
function decoded(text: string): string {
  const bytes = text
    .replaceAll('+', ' ')
    .replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'))
  return bytes
}

/** Whatever stands before it, a text in base64 looks like one of three; the first and last signs depend on the neighbours. */
function inBase64(secret: string): readonly string[] {
  return [0, 1, 2].flatMap((before) => {
    const coded = Buffer.from(`${'x'.repeat(before)}${secret}`)
      .toString('base64')
      .replaceAll('=', '')
    const sure = coded.slice(before === 0 ? 0 : 4, -2)
    return sure.length >= SHORTEST ? [sure, sure.replaceAll('+', '-').replaceAll('/', '_')] : []
  })
}
