/**
 * A sentence of the platform in people's words: `person:alice` is alice, `agent:supervisor` the supervisor, and a
 * severity is no shout.
 */
export function plainly(text: string): string {
  return text
    .replaceAll(/\bperson:([^\s,;:]+)/g, '$1')
    .replaceAll(/\bagent:([a-z-]+)/g, 'the $1')
    .replaceAll(/\b(INFORMATIONAL|LOW|MEDIUM|HIGH|CRITICAL)\b/g, (severity) => severity.toLowerCase());
}
