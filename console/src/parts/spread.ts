/**
 * JSON on several lines, every character of it kept: only white space outside of strings is added or dropped. Text that
 * is no JSON stays readable, since nothing else is touched.
 */
export function spread(json: string): string {
  let out = '';
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < json.length; i += 1) {
    const here = json[i] ?? '';
    if (quoted) {
      out += here;
      if (here === '\\') {
        i += 1;
        out += json[i] ?? '';
      }
      quoted = here !== '"';
    } else if (here === '"') {
      quoted = true;
      out += here;
    } else if (here === '{' || here === '[') {
      const next = json.slice(i + 1).match(/^\s*([}\]])/);
      if (next) {
        out += here + next[1];
        i += next[0].length;
      } else {
        depth += 1;
        out += here + line(depth);
      }
    } else if (here === '}' || here === ']') {
      depth = Math.max(0, depth - 1);
      out += line(depth) + here;
    } else if (here === ',') {
      out += here + line(depth);
    } else if (here === ':') {
      out += ': ';
    } else if (!/\s/.test(here)) {
      out += here;
    }
  }
  return out;
}

function line(depth: number): string {
  return `\n${'  '.repeat(Math.min(depth, 40))}`;
}
