/** A part of a JSON Schema, as `z.toJSONSchema` and `openapi.json` write it. */
export interface JsonSchema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly JsonSchema[]
  readonly format?: string
  readonly minLength?: number
  readonly minimum?: number
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly additionalProperties?: JsonSchema | boolean
  readonly items?: JsonSchema
}

/** What a field of this name holds wherever it stands, where the schema does not say it. */
export type NamedValues = Readonly<Record<string, unknown>>

/**
 * A value that a schema lets through, with all its fields: what a client would send.
 *
 * @example sampleBody({ type: 'object', properties: { name: { type: 'string' } } }) // { name: 'een' }
 */
export function sampleBody(schema: JsonSchema, named: NamedValues = {}): unknown {
  if (schema.const !== undefined) return schema.const
  const [first] = schema.enum ?? schema.anyOf ?? []
  if (schema.enum) return first
  if (schema.anyOf) return sampleBody(schema.anyOf[0] ?? {}, named)
  switch (schema.type) {
    case 'object':
      return sampleObject(schema, named)
    case 'array':
      return [sampleBody(schema.items ?? {}, named)]
    case 'string':
      return sampleText(schema)
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1)
    case 'boolean':
      return true
    default:
      return {}
  }
}

function sampleObject({ properties, additionalProperties }: JsonSchema, named: NamedValues): unknown {
  if (properties === undefined && typeof additionalProperties === 'object') {
    return { nl: sampleBody(additionalProperties, named) }
  }
  return Object.fromEntries(
    Object.entries(properties ?? {}).map(([name, schema]) => [
      name,
      name in named ? named[name] : sampleBody(schema, named),
    ]),
  )
}

function sampleText({ format, minLength = 0 }: JsonSchema): string {
  if (format === 'uuid') return '0f0e0d0c-0b0a-4909-8807-060504030201'
  if (format === 'email') return 'ans@voorbeeldstad.example'
  if (format === 'date') return '2026-11-23'
  return 'een'.padEnd(minLength, 'x')
}
