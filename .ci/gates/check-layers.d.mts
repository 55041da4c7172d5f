export interface Layer {
  readonly layer: number
  readonly workspace: readonly string[]
  readonly outside: readonly string[]
  readonly pure?: boolean
}
export declare function checkLayers(
  root: string,
  layers?: Readonly<Record<string, Layer>>,
  testOnly?: readonly string[],
): Promise<{ violations: string[]; modules: number }>
