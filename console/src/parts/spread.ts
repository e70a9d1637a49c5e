/** What is shorter stays on its line. */
const SHORT = 64;

/**
 * JSON on several lines, every character of it kept: only white space outside of strings is added or dropped. Text that
 * is no JSON stays readable, since nothing else is touched.
 */
export function spread(json: string): string {
  let out = '';
  let depth = 0;
  /** Up to here nothing breaks. */
  let together = 0;
  for (const { text, at } of parts(json)) {
    const inline = at < together;
    if (text === '{' || text === '[') {
      depth += 1;
      together = inline ? together : shortEnd(json, at);
      out += at < together ? text : text + line(depth);
    } else if (text === '}' || text === ']') {
      depth = Math.max(0, depth - 1);
      out += inline ? text : line(depth) + text;
    } else if (text === ',') {
      out += inline ? ', ' : text + line(depth);
    } else {
      out += text === ':' ? ': ' : text;
    }
  }
  return out;
}

/** Strings whole, each sign of the grammar by itself, and whatever else there is; white space between them is left out. */
function* parts(json: string): Generator<{ text: string; at: number }> {
  for (const found of json.matchAll(/"(?:[^"\\]|\\[^])*"?|[{}[\],:]|[^\s"{}[\],:]+/g)) {
    yield { text: found[0], at: found.index };
  }
}

/** Past the end of what begins here, if that is short; else here. */
function shortEnd(json: string, begin: number): number {
  const head = json.slice(begin, begin + SHORT);
  let depth = 0;
  for (const { text, at } of parts(head)) {
    depth += text === '{' || text === '[' ? 1 : text === '}' || text === ']' ? -1 : 0;
    if (depth === 0) {
      return begin + at + 1;
    }
  }
  return begin;
}

function line(depth: number): string {
  return `\n${'  '.repeat(Math.min(depth, 40))}`;
}
