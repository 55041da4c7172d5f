import type { HiddenReason, HidingMethod, LocalizedText, Publication } from '@klankbord/model'
import type { NamedMerge } from '@klankbord/reporting'
import type { PreparedWave } from './publish-wave.ts'

/** Something that is hidden alike in a number of questions. Null is everybody, and all answers. */
export interface RehearsedHiding {
  readonly by: LocalizedText | null
  readonly group: LocalizedText | null
  readonly answer: LocalizedText | null
  readonly reason: HiddenReason
  readonly questions: readonly LocalizedText[]
}

/** What an edition would hide, for who decides on its plan. */
export interface Rehearsal {
  readonly edition: number
  readonly answers: number
  readonly hidden: readonly RehearsedHiding[]
  /** Whether shares are weighted: then a figure may also be hidden for what weights would tell of few people. */
  readonly weighted: boolean
  /** Null where nothing was left to a solver. */
  readonly method: HidingMethod | null
  /** Null where an earlier edition fixes the groups. */
  readonly merges: readonly NamedMerge[] | null
}

/** Tells what is hidden in an edition that was made and not saved, and which groups to take together. */
export async function rehearsalOf({ publication, merges }: PreparedWave): Promise<Rehearsal> {
  const hidden = hiddenAlike(publication)
  return {
    edition: publication.edition,
    answers: publication.account.answered,
    hidden,
    weighted: publication.recipe.weights !== 'none',
    method: publication.disclosure.method ?? null,
    merges: hidden.length === 0 ? [] : await merges(),
  }
}

function hiddenAlike({ tables, disclosure }: Publication): readonly RehearsedHiding[] {
  const figures = new Map((disclosure.tables ?? []).map((one) => [one.table, one.figures]))
  const found = new Map<string, RehearsedHiding>()
  for (const { id, by, subject, groups, categories } of tables) {
    for (const { group, category, reason } of figures.get(id) ?? []) {
      // An answer is one of its own question.
      const key = JSON.stringify([by?.name, group, category, reason, category === null ? null : subject.name])
      const known = found.get(key)?.questions ?? []
      found.set(key, {
        by: by?.label ?? null,
        group: group === null ? null : (groups.find(({ code }) => code === group)?.label ?? {}),
        answer: category === null ? null : (categories.find(({ code }) => code === category)?.label ?? {}),
        reason,
        questions: [...known, subject.label],
      })
    }
  }
  return [...found.values()]
}
