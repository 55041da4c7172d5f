import type { LocalizedText } from '@klankbord/model'
import { isTypo } from './is-typo.ts'
import { changeAt, type ChangeKind, type Place, type VersionChange } from './version-change.ts'

/** A text before and after. */
export interface TextPair {
  readonly what: string
  readonly before: LocalizedText | undefined
  readonly after: LocalizedText | undefined
  /** The source language of the version before. */
  readonly source: string
  /** Whether other words in the source language break the trend. */
  readonly breaks: boolean
  /** How other words in the source language are classed. @defaultValue 'wording' */
  readonly kind?: (before: string, after: string) => ChangeKind
}

/** The changes of one text: in the source language a typo or wording, in any other a translation. */
export function compareTexts({ what, before, after, source, breaks, kind }: TextPair, place: Place): VersionChange[] {
  const languages = [...new Set([source, ...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  return languages.flatMap((language): VersionChange[] => {
    const [old, now] = [before?.[language], after?.[language]]
    if (old === now) return []
    const shown = { ...(old !== undefined && { before: old }), ...(now !== undefined && { after: now }) }
    if (language !== source) return [changeAt(place, 'translation', what, false, { language, ...shown })]
    if (old !== undefined && now !== undefined && saysTheSame(old, now))
      return [changeAt(place, 'typo', what, false, shown)]
    return [changeAt(place, kind?.(old ?? '', now ?? '') ?? 'wording', what, breaks, shown)]
  })
}

/** Of prose, the words and where links lead; tags only shape it. */
function saysTheSame(before: string, after: string): boolean {
  const links = (text: string): string => [...text.matchAll(/ href="[^"]*"/g)].join()
  const words = (text: string): string => text.replace(/<\/?[a-z][^>]*>/g, ' ')
  return isTypo(words(before), words(after)) && links(before) === links(after)
}
