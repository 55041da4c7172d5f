import type { Field, Filling, FormPage } from './form-client.ts'

/** More pages than any questionnaire has. */
const MOST_PAGES = 200

/**
 * Goes from the introduction to the page before sending: something is filled in on every screen.
 *
 * @param introduction a wave's first page, in the language to fill in
 * @param nth which option is chosen, where there are that many
 * @returns that page, and the headings of the screens on the way
 */
export async function answerEverything(
  introduction: FormPage,
  nth = 0,
): Promise<{ readonly ready: FormPage; readonly headings: readonly string[] }> {
  let page = await introduction.press('start', fillingOf(introduction.fields, 0))
  const headings: string[] = []
  while (!Object.hasOwn(page.buttons, 'submit')) {
    if (headings.length > MOST_PAGES || page.status !== 200) throw new Error(`stuck on: ${page.html}`)
    headings.push(page.heading)
    const next = await page.press('next', fillingOf(page.fields, nth))
    // What can't be right as it is filled in here is left out, as people may.
    page = next.isWrong ? await next.press('skip' in next.buttons ? 'skip' : 'next') : next
  }
  return { ready: page, headings }
}

/** One choice of each group, and something in each field. */
function fillingOf(fields: readonly Field[], nth: number): Filling {
  const groups = new Map<string, readonly Field[]>()
  for (const field of fields) groups.set(field.name, [...(groups.get(field.name) ?? []), field])
  return Object.fromEntries([...groups].map(([name, group]) => [name, valuesOf(group, nth)]))
}

function valuesOf(group: readonly Field[], nth: number): readonly string[] {
  const [first] = group
  if (first === undefined) return []
  if (first.kind === 'text')
    return [first.inputMode === 'numeric' || first.inputMode === 'decimal' ? '2' : 'Goed geregeld']
  if (first.kind === 'select') return [first.values[Math.min(nth + 1, first.values.length - 1)] ?? '']
  return group[Math.min(nth, group.length - 1)]?.values ?? []
}
