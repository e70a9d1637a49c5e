import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { json, jsonLanguage, jsonParseLinter } from '@codemirror/lang-json';
import { syntaxTree } from '@codemirror/language';
import { type Diagnostic, linter } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { completed } from './cacao';
import type { Checked } from './playbooks';
import { pathAt, rangeAt } from './pointers';

const wellFormed = jsonParseLinter();

/**
 * JSON that knows CACAO: it offers what may stand in a place, and shows what is wrong where it is.
 *
 * @param known the last text that was well-formed, which tells the steps and types there are
 * @param check asks the platform
 */
export function cacao(known: () => string, check: (text: string) => Promise<Checked>): Extension {
  return [
    json(),
    jsonLanguage.data.of({ autocomplete: (context: CompletionContext) => offers(context, known()) }),
    linter((view) => troubles(view, check), { delay: 500 }),
  ];
}

function offers(context: CompletionContext, known: string): CompletionResult | null {
  const node = syntaxTree(context.state).resolveInner(context.pos, -1);
  const naming = node.name === 'PropertyName' || (node.name === '⚠' && node.parent?.name === 'Object');
  if (!naming && node.name !== 'String') {
    return null;
  }
  const path = pathAt(context.state, context.pos);
  const found = completed(known, naming && node.name === 'PropertyName' ? path.slice(0, -1) : path, naming ? 'name' : 'value');
  const options: Completion[] = found.map(({ label, detail }) => ({ label: `"${label}"`, displayLabel: label, detail }));
  return options.length === 0 ? null : { from: node.from, to: node.to, options, filter: true, validFor: /^"[^"]*"?$/ };
}

async function troubles(view: EditorView, check: (text: string) => Promise<Checked>): Promise<Diagnostic[]> {
  const broken = wellFormed(view);
  if (broken.length > 0 || view.state.doc.length === 0) {
    return broken;
  }
  const { problems, refusals } = await check(view.state.doc.toString());
  return [
    ...problems.map((problem) => ({ ...rangeAt(view.state, problem.pointer), severity: 'error' as const, message: problem.message })),
    ...refusals.map((problem) => ({ ...rangeAt(view.state, problem.pointer), severity: 'warning' as const, message: `It cannot run here: ${problem.message}` })),
  ];
}
