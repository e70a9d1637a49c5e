import { PostgreSQL, schemaCompletionSource, sql, type SQLNamespace } from '@codemirror/lang-sql';
import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import type { LakeSchema } from './lake';

/** SQL that knows the lake's tables, columns and functions. DuckDB's dialect is closest to PostgreSQL's. */
export function lakeSql(schema: LakeSchema): Extension {
  const tables: SQLNamespace = Object.fromEntries(
    schema.tables.map((table) => [
      table.name,
      table.columns.map(({ name, type }) => ({ label: name, detail: type.toLowerCase(), type: 'property', boost: 10 })),
    ]),
  );
  const language = sql({ dialect: PostgreSQL, upperCaseKeywords: true });
  const first = schema.tables[0]?.name;
  const columns = schemaCompletionSource({ dialect: PostgreSQL, schema: tables, defaultTable: first });
  return [
    language,
    PostgreSQL.language.data.of({ autocomplete: columns }),
    PostgreSQL.language.data.of({ autocomplete: functions(schema.functions) }),
  ];
}

function functions(names: string[]) {
  const options = names.map((name) => ({ label: name, apply: `${name}(`, type: 'function', detail: 'function', boost: -10 }));
  return (context: CompletionContext): CompletionResult | null => {
    const word = context.matchBefore(/\w+$/);
    return word && word.to - word.from >= 2 ? { from: word.from, options, validFor: /^\w*$/ } : null;
  };
}
