/** The signs of a text message of 160; with any other in it, a message holds 70. GSM 03.38, the basic table. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)

/** Signs without a base letter to fall back on. */
const PLAINER: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  ı: 'i',
  '–': '-',
  '—': '-',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
}

/**
 * A text in signs of which 160 fit in one message: letters lose the marks that no telephone network carries in so many.
 * A text in another script stays as it is.
 *
 * @example gsmText('Cliënten – café') // 'Clienten - café'
 */
export function gsmText(text: string): string {
  const plain = Array.from(text.normalize('NFC'), plainer).join('')
  return isGsm(plain) ? plain : text
}

/** Into how many messages a text is cut. */
export function smsSegments(text: string): number {
  const [alone, inSeries] = isGsm(text) ? [160, 153] : [70, 67]
  return text.length <= alone ? 1 : Math.ceil(text.length / inSeries)
}

function isGsm(text: string): boolean {
  return Array.from(text).every((sign) => BASIC.has(sign))
}

function plainer(sign: string): string {
  if (BASIC.has(sign)) return sign
  return PLAINER[sign] ?? sign.normalize('NFD').replaceAll(/\p{M}/gu, '')
}
