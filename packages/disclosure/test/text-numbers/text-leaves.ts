import type { z } from 'zod'

/** A step into a shape: a key by its name, any key of a record, or any item of a list. */
export interface Step {
  readonly kind: 'key' | 'record' | 'list'
  readonly name: string
}

interface Inside {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly element?: z.ZodType
  readonly valueType?: z.ZodType
  readonly innerType?: z.ZodType
  readonly options?: readonly z.ZodType[]
  readonly format?: string
  readonly checks?: readonly { readonly _zod: { readonly def: { readonly check: string } } }[]
}

/** Where a shape takes a string of any words: not one of a few, and in no fixed form as a date or a digest is. */
export function textLeaves(shape: z.ZodType, path: readonly Step[] = []): readonly (readonly Step[])[] {
  const def = shape._zod.def as unknown as Inside
  if (def.type === 'string') {
    const fixed = def.format !== undefined || (def.checks ?? []).some((one) => one._zod.def.check === 'string_format')
    return fixed ? [] : [path]
  }
  const children: readonly (readonly [Step['kind'], string, z.ZodType | undefined])[] = [
    ...Object.entries(def.shape ?? {}).map(([name, child]) => ['key', name, child] as const),
    ['list', '*', def.element],
    ['record', '*', def.valueType],
  ]
  const inside = children.flatMap(([kind, name, child]) => (child ? textLeaves(child, [...path, { kind, name }]) : []))
  const same = [def.innerType, ...(def.options ?? [])].flatMap((child) => (child ? textLeaves(child, path) : []))
  return [...inside, ...same]
}

/** The place as a path: "tables/*\/id". */
export function pathOf(steps: readonly Step[]): string {
  return steps.map(({ name }) => name).join('/')
}

/** A copy with these words at a place; what is missing on the way there is made. Records get the key "nl". */
export function planted(whole: unknown, steps: readonly Step[], words: string): unknown {
  const [step, ...rest] = steps
  if (step === undefined) return words
  if (step.kind === 'list') {
    const list = Array.isArray(whole) ? (whole as readonly unknown[]) : []
    return [planted(list[0], rest, words), ...list.slice(1)]
  }
  const fields = whole !== null && typeof whole === 'object' ? (whole as Readonly<Record<string, unknown>>) : {}
  const key = step.kind === 'record' ? 'nl' : step.name
  return { ...fields, [key]: planted(fields[key], rest, words) }
}
