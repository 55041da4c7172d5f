/**
 * The address of the respondent's page for one screen of the working definition.
 *
 * @example previewAddress('s1', { screen: 'q3', language: 'ar' }) // '/studio/preview/s1?language=ar&screen=q3'
 */
export function previewAddress(
  study: string,
  { screen, language }: { readonly screen: string; readonly language: string },
): string {
  const query = new URLSearchParams({ language, screen })
  return `/studio/preview/${encodeURIComponent(study)}?${query.toString()}`
}
