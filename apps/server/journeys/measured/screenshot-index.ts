/** A picture of a screen in one state, as somebody sees it who reads this language on this device. */
export interface Screenshot {
  readonly screen: string
  readonly state: string
  readonly language: string
  readonly device: string
  /** Its name in the folder. */
  readonly file: string
}

/** A page that shows them side by side: a row for each screen and state, a column for each language and device. */
export function screenshotIndex(taken: readonly Screenshot[]): string {
  const columns = unique(taken.map(({ language, device }) => `${language}, ${device}`))
  const rows = unique(taken.map(titleOf)).map((title) => {
    const pictures = columns.map((column) => {
      const one = taken.find((each) => titleOf(each) === title && `${each.language}, ${each.device}` === column)
      return one === undefined
        ? '<td></td>'
        : `<td><a href="${one.file}"><img loading="lazy" src="${one.file}" alt="${title}, ${column}"></a></td>`
    })
    return `<tr><th scope="row">${title}</th>${pictures.join('')}</tr>`
  })
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Screens of respondents</title>
<style>
body { font: 16px sans-serif; margin: 1rem }
th { text-align: start; vertical-align: top; padding: 0.5rem; min-width: 9rem }
td { vertical-align: top; padding: 0.5rem }
img { width: 18rem; border: 1px solid #999 }
</style>
<h1>Screens of respondents</h1>
<table>
<tr><td></td>${columns.map((column) => `<th scope="col">${column}</th>`).join('')}</tr>
${rows.join('\n')}
</table>
</html>
`
}

const titleOf = ({ screen, state }: Screenshot): string => `${screen}: ${state}`

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)]
