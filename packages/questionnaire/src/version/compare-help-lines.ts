import type { Questionnaire } from '@klankbord/model'
import { isReordered } from './compare-options.ts'
import { compareTexts } from './compare-texts.ts'
import { changeAt, type Place, type VersionChange } from './version-change.ts'

/** The changes of whom people can talk to. They stand beside questions and are no part of what is asked, so no trend breaks. */
export function compareHelpLines(before: Questionnaire, after: Questionnaire): VersionChange[] {
  const source = before.language
  const [old, now] = [before.helpLines ?? [], after.helpLines ?? []]
  const names = (lines: typeof old): string[] => lines.map(({ name }) => name)
  const place = ({ name, path }: { readonly name: string; readonly path: string }): Place => ({
    name,
    path,
    variables: [],
  })
  return [
    ...old
      .filter(({ name }) => !names(now).includes(name))
      .map((line) => changeAt(place(line), 'removed', 'helpLines', false)),
    ...now.flatMap((line): VersionChange[] => {
      const same = old.find(({ name }) => name === line.name)
      if (same === undefined) return [changeAt(place(line), 'added', 'helpLines', false)]
      const phone = { ...(same.phone && { before: same.phone }), ...(line.phone && { after: line.phone }) }
      return [
        ...(same.phone === line.phone ? [] : [changeAt(place(line), 'wording', 'phone', false, phone)]),
        ...(['title', 'hours', 'text'] as const).flatMap((what) =>
          compareTexts({ what, before: same[what], after: line[what], source, breaks: false }, place(line)),
        ),
      ]
    }),
    ...(isReordered(names(old), names(now))
      ? [changeAt({ path: '/helpLines', name: '', variables: [] }, 'order', 'helpLines', false)]
      : []),
  ]
}
