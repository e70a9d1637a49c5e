import type { Variable } from './playbooks';

/** What whoever starts a run gives, by bare name. */
export function asked(variables: Record<string, Variable>): Variable[] {
  return Object.values(variables).filter((variable) => variable.external && !variable.constant);
}

/** The variables that a CACAO document declares, with their bare names, as the API would tell them. */
export function declared(document: unknown): Record<string, Variable> {
  const given = (document as { playbook_variables?: Record<string, Partial<Variable> | null> } | null)?.playbook_variables ?? {};
  return Object.fromEntries(
    Object.entries(given).map(([written, found]) => {
      const name = written.replace(/^__|__$/g, '');
      return [
        name,
        {
          name,
          type: found?.type ?? 'string',
          description: found?.description ?? '',
          value: found?.value ?? '',
          constant: found?.constant ?? false,
          external: found?.external ?? false,
        },
      ];
    }),
  );
}

/** What was typed, in the shape of the variable: a line an item for a list, JSON where it says so, else text. */
export function given(variable: Variable, text: string): unknown {
  if (variable.type === 'list') {
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  }
  if (['integer', 'long', 'float'].includes(variable.type)) {
    const number = Number(text);
    return text.trim() === '' || Number.isNaN(number) ? text : number;
  }
  return variable.type === 'bool' ? text.trim() === 'true' : text;
}

/** All that was typed; what is empty is left to the variable's own value. */
export function allGiven(variables: readonly Variable[], texts: Record<string, string>): Record<string, unknown> {
  return Object.fromEntries(
    variables
      .filter(({ name }) => (texts[name] ?? '').trim() !== '')
      .map((variable) => [variable.name, given(variable, texts[variable.name] ?? '')]),
  );
}
