export interface Seen {
  readonly pages: number
  readonly elements: number
  readonly styles: number
  readonly declarations: number
  readonly inlineScripts: number
  readonly scripts: readonly string[]
}
export function checkOldestBrowsers(
  root: string,
): Promise<{ readonly faults: readonly string[]; readonly seen: Seen | null }>
export function faultsOf(
  pages: readonly { readonly name: string; readonly html: string }[],
  scripts: readonly { readonly name: string; readonly code: string }[],
  allowed: Readonly<Record<string, string>>,
): { readonly faults: readonly string[]; readonly seen: Seen }
