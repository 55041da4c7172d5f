/** Equal for values that survey-core's comparison cannot tell apart: 1, "1" and "1.0"; "ja" and "Ja". */
export function sameValueKey(value: string | number | boolean): string {
  const text = String(value).trim().toLowerCase()
  const number = Number(text.replace(',', '.'))
  return text !== '' && Number.isFinite(number) ? String(number) : text
}
