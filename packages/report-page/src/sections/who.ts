import { formatNumber } from '@klankbord/charts'
import { figureBlock } from '../figure-block.ts'
import { html, type Html } from '../html.ts'
import type { ReportContent } from '../report-content.ts'
import { dayOfWeek, formatDate, type ReportMessage } from '../report-texts.ts'

/** Who answered and, as far as it is known, who is missing. */
export function who(content: ReportContent): Html {
  const { publication, text, account, representation } = content
  const open = publication.wave.mode === 'open'
  return html`<section id="who">
    <h2>${text(whoTitle(content))}</h2>
    ${figureBlock(account, { level: 3, wide: false, content })}${asked(content)}${
      representation && figureBlock(representation, { level: 3, wide: false, content })
    }
    <p class="text">${text(notAsked(content))}${open && html` ${text('whoTwice')}`}</p>
  </section> `
}

/** The title of who took part, and where the page knows that, of who is missing. */
export function whoTitle({ publication: { account }, representation }: ReportContent): 'who' | 'whoOpen' {
  return (account.frame?.invited ?? 0) > 0 || representation !== null ? 'who' : 'whoOpen'
}

function notAsked({ publication: { account, wave }, representation }: ReportContent): ReportMessage {
  if ((account.frame?.invited ?? 0) > 0) return 'whoNotAsked'
  if (wave.mode === 'open') return representation === null ? 'whoOpenText' : 'whoOpenKnown'
  return representation === null ? 'whoCodesText' : 'whoCodesKnown'
}

/** When people were reminded, and what was counted where anybody could be asked. */
function asked({ publication, text, language }: ReportContent): Html | false {
  const { reminders = [], places = null } = publication.account.fieldwork ?? {}
  const count = (value: number): string => formatNumber(value, language)
  const lines = [
    ...reminders.map(({ week, atLeast }) =>
      text('whoReminded', { date: formatDate(dayOfWeek(week, 'first'), language), count: count(atLeast) }),
    ),
    ...(places === null || places.approached === null
      ? []
      : [text('whoApproached', { count: count(places.approached) })]),
    ...(places === null || places.refused === null ? [] : [text('whoRefused', { count: places.refused })]),
    ...(places === null
      ? []
      : [text('whoAtPlaces', { started: count(places.started), finished: count(places.finished) })]),
  ]
  return (
    lines.length > 0 &&
    html`<ul class="list">
      ${lines.map((line) => html`<li>${line}</li> `)}
    </ul> `
  )
}
