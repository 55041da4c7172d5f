/**
 * What was given to a question, or to a part of one, also when its name is that of something every object has.
 * Undefined when nothing was, or when what was given has no parts.
 *
 * @example answerOf({ role: 'thuiszorg' }, 'role') // 'thuiszorg'
 */
export function answerOf(answers: unknown, name: string): unknown {
  return typeof answers === 'object' && answers !== null && Object.hasOwn(answers, name)
    ? Reflect.get(answers, name)
    : undefined
}
