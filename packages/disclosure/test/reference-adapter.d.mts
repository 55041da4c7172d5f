/** A family of tables as the reference describes it. */
export interface FamilyParams {
  readonly dims: Readonly<Record<string, readonly string[]>>
  readonly tables: readonly (readonly string[])[]
  readonly threshold: number
  readonly zero_is_primary: boolean
  readonly weight: string | null
  readonly hierarchy: {
    readonly parent: string
    readonly child: string
    readonly map: Readonly<Record<string, string>>
  } | null
}

export type Person = Readonly<Record<string, string | number | null>>

export interface PublishedCell {
  readonly id: string
  readonly at: Readonly<Record<string, string>>
  readonly value: number | null
}

export declare function publish(input: { readonly rows: readonly Person[]; readonly params: FamilyParams }): Promise<{
  readonly dims: FamilyParams['dims']
  readonly tables: FamilyParams['tables']
  readonly threshold: number
  readonly weighted: boolean
  readonly cells: readonly PublishedCell[]
}>

declare const adapter: {
  readonly suppression: (input: {
    readonly case: string
    readonly params: FamilyParams
    readonly rows: readonly Person[]
    readonly file: string
  }) => Promise<{ readonly secondary: number; readonly method: string; readonly suppressed: readonly string[] }>
  readonly percent_leak: (input: { readonly params: { base: number; percent: number; decimals: number } }) => unknown
}
export default adapter
