import { useState } from 'react'

/** Copies a text that stands on the page in the element with this id, and says how that went. */
export function useCopy(
  id: string,
  text: string,
): { readonly copy: () => Promise<void>; readonly copied: 'copied' | 'copyYourself' | null } {
  const [copied, setCopied] = useState<'copied' | 'copyYourself' | null>(null)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied('copied')
    } catch {
      // Browsers keep the clipboard from pages on plain http: the text is selected instead.
      selectAll(id)
      setCopied('copyYourself')
    }
  }
  return { copy, copied }
}

function selectAll(id: string): void {
  const element = document.getElementById(id)
  if (element !== null) window.getSelection()?.selectAllChildren(element)
}
