import { readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import ts from 'typescript'

/** What only `disclosure` makes, by the file in `packages/model/src` that declares it. */
const DECLARED = { ReleasedTable: 'table.ts', ReleasedGroup: 'table.ts', Publication: 'publication.ts' }

/** Who may: the package itself, and the builders that tests of other packages use. */
const MAKERS = /^packages\/(disclosure|testing)\//

/** A file that speaks of none of these has nothing to do with them, and is passed over: types are slow. */
const SPEAKS = /publication|releas|\bgroups\b|\btables\b/i

/** No table, group or publication is written without one of these. */
const TELLING = new Set(['groups', 'status', 'tables', 'format'])

/**
 * Looks in the syntax tree of every file for places where a released table, a released group or a publication is made outside
 * disclosure: by a cast, an object literal, a type predicate, a type argument of a call, or JSON that is taken for one.
 * What already is one may be narrowed. It does not follow a cast to a type parameter.
 *
 * @param root folder of the workspace
 * @param all what to look at, from the root
 * @returns {{ faults: string[], made: number }} sentences, and how many places it found inside disclosure, where there are some
 */
export function checkReleased(root, all) {
  const files = all.filter((file) => SPEAKS.test(readFileSync(join(root, file), 'utf8')))
  const program = ts.createProgram(
    files.map((file) => join(root, file)),
    OPTIONS,
  )
  const brands = brandsOf(root, program.getTypeChecker())
  const found = files.flatMap((file) => {
    const source = program.getSourceFile(join(root, file))
    return source === undefined ? [{ file, what: 'was not seen' }] : placesIn(source, file, brands)
  })
  const made = found.filter(({ file, what }) => file.startsWith('packages/disclosure/') && what !== 'was not seen')
  return {
    faults: found.filter(({ file }) => !MAKERS.test(file)).map(({ file, line, what }) => sentence(file, line, what)),
    made: made.length,
  }
}

const OPTIONS = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  jsx: ts.JsxEmit.ReactJSX,
  customConditions: ['@klankbord/source'],
  strict: true,
  allowImportingTsExtensions: true,
  resolveJsonModule: true,
  noEmit: true,
  skipLibCheck: true,
  types: ['node'],
}

const sentence = (file, line, what) =>
  line === undefined
    ? `${file} ${what}`
    : `${file}:${line} ${what}; only disclosure makes one: go through protect, reopen or a builder of testing`

/** Which released thing a type is, or is made of, by name; undefined for any other. */
function brandsOf(root, checker) {
  const named = (symbol) => {
    const file = DECLARED[symbol?.name]
    if (file === undefined) return undefined
    const from = join(root, 'packages', 'model', 'src', file)
    return symbol.declarations?.some((one) => one.getSourceFile().fileName.split('/').join(sep) === from)
      ? symbol.name
      : undefined
  }
  const itself = (type) => type && (named(type.aliasSymbol) ?? named(type.symbol))
  const within = (type, seen = new Set()) => {
    if (type === undefined || seen.has(type)) return undefined
    seen.add(type)
    const inner = [
      ...(type.isUnionOrIntersection() ? type.types : []),
      ...(type.aliasTypeArguments ?? []),
      ...(type.flags & ts.TypeFlags.Object && type.objectFlags & ts.ObjectFlags.Reference
        ? checker.getTypeArguments(type)
        : []),
      ...(type.symbol?.name === '__type' && !(type.objectFlags & ts.ObjectFlags.Mapped)
        ? type.getProperties().map((property) => checker.getTypeOfSymbol(property))
        : []),
    ]
    return itself(type) ?? first(inner, (one) => within(one, seen))
  }
  return { checker, itself, within }
}

function placesIn(source, file, brands) {
  const found = []
  const visit = (node) => {
    const what = faultAt(node, brands)
    if (what !== undefined) {
      found.push({ file, line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1, what })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function faultAt(node, brands) {
  if (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) return castAt(node, brands)
  if (ts.isObjectLiteralExpression(node)) return literalAt(node, brands)
  if (ts.isTypePredicateNode(node)) return predicateAt(node, brands)
  if (ts.isCallExpression(node)) return callAt(node, brands)
  return undefined
}

function castAt(node, { checker, itself, within }) {
  if (ts.isConstTypeReference(node.type)) return undefined
  const to = checker.getTypeAtLocation(node.type)
  const loose = to.flags & (ts.TypeFlags.Any | ts.TypeFlags.Never)
  const brand = loose ? wantedAt(node, { checker, itself }) : within(to)
  if (brand === undefined) return undefined
  return itself(checker.getNonNullableType(checker.getTypeAtLocation(node.expression))) === brand
    ? undefined
    : `casts to ${brand}`
}

function literalAt(node, { checker, itself }) {
  const telling = node.properties.some(
    (one) => ts.isSpreadAssignment(one) || (one.name !== undefined && TELLING.has(one.name.getText())),
  )
  if (!telling) return undefined
  const spread = first(node.properties.filter(ts.isSpreadAssignment), ({ expression }) =>
    itself(checker.getTypeAtLocation(expression)),
  )
  const brand = wantedAt(node, { checker, itself }) ?? spread
  return brand === undefined ? undefined : `builds a ${brand}`
}

function predicateAt(node, { checker, itself, within }) {
  if (node.type === undefined) return undefined
  const brand = within(checker.getTypeAtLocation(node.type))
  const about = node.parent.parameters?.find(({ name }) => name.getText() === node.parameterName.getText())
  if (brand === undefined || (about && itself(checker.getTypeAtLocation(about)) === brand)) return undefined
  return `says of something that it is a ${brand}`
}

function callAt(node, { checker, itself, within }) {
  const argument = first(node.typeArguments ?? [], (one) => within(checker.getTypeFromTypeNode(one)))
  if (argument !== undefined) return `calls a function for a ${argument}`
  const parsed = /^(JSON\.parse|[\w.]+\.json)$/.test(node.expression.getText())
  const brand = parsed ? wantedAt(node, { checker, itself }) : undefined
  return brand === undefined ? undefined : `takes JSON for a ${brand}`
}

/** What the place wants where an expression stands. */
function wantedAt(node, { checker, itself }) {
  const type = checker.getContextualType(node)
  return type && itself(checker.getNonNullableType(type))
}

function first(list, pick) {
  for (const one of list) {
    const picked = pick(one)
    if (picked !== undefined) return picked
  }
  return undefined
}
