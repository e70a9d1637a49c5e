import { yaml } from '@codemirror/lang-yaml';
import { type Diagnostic, linter } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { RulesChecked } from './rules';

const WORDS = [
  'title', 'id', 'status', 'description', 'references', 'author', 'date', 'tags', 'logsource', 'product', 'service', 'category',
  'detection', 'condition', 'selection', 'filter', 'timeframe', 'fields', 'falsepositives', 'level', 'correlation',
];
const MODIFIERS = [
  'all', 'base64', 'base64offset', 'cased', 'cidr', 'contains', 'endswith', 'exists', 'fieldref', 'gt', 'gte', 'lt', 'lte',
  'neq', 're', 'startswith', 'utf16', 'wide', 'windash',
];

/** YAML that knows Sigma's words and modifiers, and shows what the platform's compiler says, on its line. */
export function sigma(check: (yaml: string) => Promise<RulesChecked>): Extension {
  const language = yaml();
  return [
    language,
    language.language.data.of({ autocomplete: offers }),
    linter(
      async (view) => {
        const { failures } = await check(view.state.doc.toString());
        return failures.map<Diagnostic>(({ line, error }) => {
          const { from, to } = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
          return { from, to, severity: 'error', message: error };
        });
      },
      { delay: 500 },
    ),
  ];
}

function offers(context: CompletionContext): CompletionResult | null {
  const modifier = context.matchBefore(/\|\w*$/);
  if (modifier) {
    return { from: modifier.from + 1, options: MODIFIERS.map((label) => ({ label, type: 'keyword' })), validFor: /^\w*$/ };
  }
  const word = context.matchBefore(/^\s*\w+$/m);
  if (!word) {
    return null;
  }
  const indent = word.text.length - word.text.trimStart().length;
  return { from: word.from + indent, options: WORDS.map((label) => ({ label, apply: `${label}: ` })), validFor: /^\w*$/ };
}
