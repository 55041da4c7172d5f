import type { LocalizedText, Translate } from '@klankbord/model'
import type { FigureToLink } from '../api/words-types.ts'
import type { MessageKey } from '../language/messages.ts'

const FIELDS = ['headline', 'introduction', 'conclusions', 'comments', 'method', 'advice', 'actions', 'plan'] as const

/** The field that a number stands in. @example fieldWords('texts/conclusions/1', t) // 'Wat wij zien, 2' */
export function fieldWords(field: string, t: Translate<MessageKey>): string {
  const steps = field.split('/').filter((step) => step !== 'texts')
  const name = FIELDS.find((known) => known === steps[0])
  if (name === undefined) return t('words.field.other')
  const place = name === 'plan' ? undefined : steps.find((step) => /^\d+$/.test(step))
  return place === undefined ? t(`words.field.${name}`) : `${t(`words.field.${name}`)}, ${Number(place) + 1}`
}

/** A figure in one line: what was asked, of whom, which answers, and what it says. */
export function figureWords(
  { figure, question, group, answers, value }: FigureToLink,
  text: (words: LocalizedText) => string,
  t: Translate<MessageKey>,
): string {
  if ('account' in figure) return `${t(`figure.account.${figure.account}`)}: ${valueWords(value, t)}`
  const what =
    'answers' in figure
      ? answers.map(text).join(' + ')
      : 'base' in figure
        ? t(`figure.base.${figure.base}`)
        : t(`figure.number.${figure.value}`)
  const whom = group === null ? t('figure.everybody') : text(group)
  return [question === null ? '' : text(question), whom, `${what}: ${valueWords(value, t)}`].filter(Boolean).join(' · ')
}

function valueWords({ count, n, share, number }: FigureToLink['value'], t: Translate<MessageKey>): string {
  if (number !== undefined) return String(Math.round(number * 100) / 100)
  const percent = share === null ? null : `${Math.floor(share * 100 + 0.5)}%`
  if (count === null) return percent ?? ''
  if (percent === null || n === null) return String(count)
  return t('figure.share', { percent, count, n })
}
