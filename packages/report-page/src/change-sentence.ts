import { localized, writtenLanguage, type FigureContext } from '@klankbord/charts'
import type { AnswerMode, EditionChange, PublishedChanges, Translate } from '@klankbord/model'
import { formatDate, type ReportMessage } from './report-texts.ts'

/** What the words of changes are made with. */
export interface ChangeWords {
  readonly text: Translate<ReportMessage>
  readonly context: FigureContext
}

/** One change as a sentence. */
export function changeSentence(change: EditionChange, { text, context }: ChangeWords): string {
  if (change.kind === 'policyChanged') {
    const { rule, from, to } = change
    return text(`change_policy_${rule}`, { from, to })
  }
  if (change.kind === 'modesChanged') {
    const list = new Intl.ListFormat(writtenLanguage(context.language), { type: 'conjunction' })
    const named = (modes: readonly string[]): string =>
      list.format(modes.map((mode) => text(`answerMode_${mode as AnswerMode}`)))
    if (change.to.length === 0) return text('change_modesUnknown')
    const to = named(change.to)
    return change.from.length === 0
      ? text('change_modesNow', { to })
      : text('change_modes', { from: named(change.from), to })
  }
  const label = 'label' in change ? localized(change.label, context) : ''
  return text(`change_${change.kind}`, { label })
}

/** With what a publication is compared, and what is different where no change is named: figures, or words alone. */
export function sinceSentence({ since, changes, figures }: PublishedChanges, { text, context }: ChangeWords): string {
  const { edition, sameWave, publishedOn, wave } = since
  const words = { edition, wave: localized(wave, context), date: formatDate(publishedOn, context.language) }
  const than = text(sameWave ? 'changesSameWave' : 'changesOtherWave', words)
  if (changes.length > 0) return `${than} ${text('changesListed')}`
  if (figures === undefined) return `${than} ${text('changesNone')}`
  const isSame = figures.changed + figures.appeared + figures.gone === 0
  return `${than} ${text(isSame ? 'changesWords' : 'changesFigures')}`
}
