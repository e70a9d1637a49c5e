import { schemaCompletionSource, sql, SQLDialect, type SQLNamespace } from '@codemirror/lang-sql';
import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import type { LakeSchema } from './lake';

/** What a query of the lake is made of: no words of statements that change something, and none that columns use. */
const dialect = SQLDialect.define({
  keywords:
    'all and anti any as asc between by case cast cross desc distinct else end except exclude exists filter first from full group having ilike in inner intersect interval is join last lateral left like limit natural not null nulls offset on or order outer over partition pivot qualify recursive replace right rows sample select semi similar tablesample then to true false union unnest unpivot using values when where window with',
  types:
    'bigint blob boolean date decimal double float hugeint integer json list map real smallint struct text time timestamp timestamptz tinyint uuid varchar',
  operatorChars: '*+-%<>!=&|~^/?:',
  doubleQuotedStrings: false,
});

/** SQL that knows the lake's tables, columns and functions. */
export function lakeSql(schema: LakeSchema): Extension {
  const tables: SQLNamespace = Object.fromEntries(
    schema.tables.map((table) => [
      table.name,
      table.columns.map(({ name, type }) => ({ label: name, detail: type.toLowerCase(), type: 'property', boost: 10 })),
    ]),
  );
  const language = sql({ dialect, upperCaseKeywords: true });
  const first = schema.tables[0]?.name;
  const columns = schemaCompletionSource({ dialect, schema: tables, defaultTable: first });
  return [
    language,
    dialect.language.data.of({ autocomplete: columns }),
    dialect.language.data.of({ autocomplete: functions(schema.functions) }),
  ];
}

function functions(names: string[]) {
  const options = names.map((name) => ({ label: name, apply: `${name}(`, type: 'function', detail: 'function', boost: -10 }));
  return (context: CompletionContext): CompletionResult | null => {
    const word = context.matchBefore(/\w+$/);
    return word && word.to - word.from >= 2 ? { from: word.from, options, validFor: /^\w*$/ } : null;
  };
}
