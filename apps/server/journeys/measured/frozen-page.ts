import type { Page } from 'playwright-core'

/**
 * The page as HTML, with what was filled in written into it: a copy of it looks the same. Nothing changes for who is filling
 * in, for a field that was touched does not look at its attributes.
 */
export async function frozenPage(page: Page): Promise<string> {
  await page.evaluate(writeDown)
  return page.content()
}

/** Runs in the page. */
function writeDown(): void {
  for (const field of document.querySelectorAll('input')) {
    if (field.type === 'radio' || field.type === 'checkbox') field.toggleAttribute('checked', field.checked)
    else field.setAttribute('value', field.value)
  }
  for (const field of document.querySelectorAll('textarea')) field.defaultValue = field.value
  for (const option of document.querySelectorAll('option')) option.toggleAttribute('selected', option.selected)
}
