import type { DataTable, TableRow } from '@klankbord/charts'
import { html, type Html } from './html.ts'

/** A data table as HTML. A reason spans the cells that it stands for. @param lead what is said before the caption, in bold */
export function dataTableHtml(table: DataTable, lead: string): Html {
  const [first, ...rest] = table.head
  const totals = table.rows.filter((row) => row.total)
  const body = table.rows.filter((row) => !row.total)
  const width = table.head.length
  return html`<table>
    <caption>
      <b>${lead}</b>
      ${table.caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">${first}</th>
        ${rest.map((name) => html`<th scope="col" class="n">${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${body.map((row) => rowHtml(row, width))}
    </tbody>
    ${
      totals.length > 0 &&
      html`<tfoot>
        ${totals.map((row) => rowHtml(row, width))}
      </tfoot>`
    }
  </table>`
}

/** A table in its own region, which can be scrolled with the keyboard when it is wider than the page. */
export function tableBox(label: string, table: Html): Html {
  return html`<div class="tablebox" tabindex="0" role="region" aria-label="${label}">${table}</div>`
}

function rowHtml(row: TableRow, width: number): Html {
  const cells = row.cells.map((cell) => html`<td class="n">${cell}</td>`)
  const left = width - 1 - row.cells.length
  const why = row.why !== undefined && left > 0 && html`<td colspan="${left}">${row.why}</td>`
  const section =
    row.section !== undefined &&
    html`<tr class="sub">
      <td colspan="${width}">${row.section}</td>
    </tr>`
  return html`${section}
    <tr>
      <th scope="row">${row.header}</th>
      ${cells}${why}
    </tr>`
}
