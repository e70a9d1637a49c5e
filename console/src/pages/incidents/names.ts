/** Principals in a sentence as people call them: `person:alice` is alice, `agent:supervisor` the supervisor. */
export function plainly(text: string): string {
  return text.replaceAll(/\bperson:([^\s,;:]+)/g, '$1').replaceAll(/\bagent:([a-z-]+)/g, 'the $1');
}
