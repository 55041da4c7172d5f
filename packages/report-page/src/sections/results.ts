import { localize } from '@klankbord/model'
import { authoredText } from '../authored-text.ts'
import { figureBlock } from '../figure-block.ts'
import { html, type Html } from '../html.ts'
import type { PlacedFigure } from '../placed-figure.ts'
import type { ReportContent, ThemeResults } from '../report-content.ts'
import { spokenIn } from '../spoken-language.ts'

/** The results of everybody, theme by theme. */
export function results(content: ReportContent): Html {
  const { text, themes } = content
  const hasSides = themes.some((theme) => theme.figures.some(({ figure }) => figure.kind === 'agreement'))
  return html`<section id="results">
    <h2>${text('results')}</h2>
    ${hasSides && html`<p class="text">${text('resultsIntro')}</p> `}${themes.map((theme) => themeSection(theme, content))}
  </section> `
}

function themeSection(theme: ThemeResults, content: ReportContent): Html {
  const titled = theme.title !== ''
  const blocks = theme.figures.map((placed) => {
    const asked = askedAbove(placed, content)
    return figureBlock(placed, {
      level: titled ? 4 : 3,
      wide: placed.figure.kind === 'agreement',
      content,
      ...(asked === undefined ? {} : { asked }),
    })
  })
  return html`${titled && html`<h3 class="theme" id="${theme.id}">${theme.title}</h3> `}${commentsOn(theme, content)}${blocks}`
}

/** What authors say of a theme. */
function commentsOn({ name }: ThemeResults, content: ReportContent): readonly Html[] {
  const { publication, language } = content
  const comments = (publication.texts?.comments ?? []).filter(({ theme }) => theme === name)
  return comments.map(
    ({ text }) =>
      html`<p class="text said" dir="auto" ${spokenIn(text, content)}>
        ${authoredText(text, publication, language)}
      </p> `,
  )
}

/** A figure of one question without sides does not name it in its sentence. */
function askedAbove({ figure, questions }: PlacedFigure, { publication, language }: ReportContent): string | undefined {
  if (figure.kind !== 'distribution') return undefined
  const table = publication.tables.find(({ subject }) => subject.name === questions[0])
  return table && localize(table.subject.label, language, publication.language)
}
