/** Words of CACAO 2.0 that the editor offers, by where they may stand (sections 3, 4 and 5 of the specification). */
const STEP = ['type', 'name', 'description', 'on_completion', 'on_success', 'on_failure', 'step_variables', 'delay', 'timeout', 'step_extensions'];

const STEPS: Record<string, string[]> = {
  start: [],
  end: [],
  action: ['commands', 'agent', 'targets', 'in_args', 'out_args'],
  'playbook-action': ['playbook_id', 'in_args', 'out_args'],
  parallel: ['next_steps'],
  'if-condition': ['condition', 'on_true', 'on_false'],
  'while-condition': ['condition', 'on_true', 'on_false'],
  'switch-condition': ['switch', 'cases'],
};

const PLAYBOOK = [
  'type', 'spec_version', 'id', 'name', 'description', 'playbook_types', 'playbook_activities', 'created_by', 'created',
  'modified', 'valid_from', 'valid_until', 'priority', 'severity', 'impact', 'labels', 'playbook_variables', 'workflow_start',
  'workflow_exception', 'workflow', 'agent_definitions', 'target_definitions', 'authentication_info_definitions',
  'extension_definitions', 'playbook_extensions',
];

const VARIABLE = ['type', 'description', 'value', 'constant', 'external'];
const COMMAND = ['type', 'command', 'command_b64', 'content', 'content_b64', 'description', 'headers', 'version', 'arguments'];
const PARTY = ['type', 'name', 'description', 'address', 'port', 'category', 'authentication_info'];

const VARIABLES = ['bool', 'dictionary', 'float', 'hash', 'hexstring', 'integer', 'ipv4-addr', 'ipv6-addr', 'list', 'long', 'mac-addr', 'string', 'uri', 'uuid'];
const COMMANDS = ['bash', 'http-api', 'manual', 'openc2-http', 'powershell', 'ssh', 'x-acso-task', 'x-acso-action'];
const LEADS = ['on_completion', 'on_success', 'on_failure', 'on_true', 'on_false', 'next_steps', 'cases', 'workflow_start', 'workflow_exception'];

export interface Offer {
  label: string;
  detail?: string;
}

type Steps = Record<string, { type?: string; name?: string } & Record<string, unknown>>;

/** What may be written at a path: names of properties, or the value of the last one. */
export function completed(text: string, path: readonly string[], what: 'name' | 'value'): Offer[] {
  const document = parsed(text);
  return what === 'name' ? names(document, path) : values(document, path);
}

function names(document: Record<string, unknown>, path: readonly string[]): Offer[] {
  const there = path.reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], document);
  const used = Object.keys((there as object | undefined) ?? {});
  return properties(there as { type?: string } | undefined, path)
    .filter((name) => !used.includes(name))
    .map((label) => ({ label }));
}

function properties(there: { type?: string } | undefined, path: readonly string[]): string[] {
  const [top, , inner] = path;
  if (path.length === 0) {
    return PLAYBOOK;
  }
  if (top === 'workflow' && path.length === 2) {
    return [...STEP, ...(STEPS[there?.type ?? ''] ?? [])];
  }
  if (top === 'workflow' && inner === 'commands' && path.length === 4) {
    return COMMAND;
  }
  if ((top === 'playbook_variables' && path.length === 2) || (inner === 'step_variables' && path.length === 4)) {
    return VARIABLE;
  }
  return (top === 'agent_definitions' || top === 'target_definitions') && path.length === 2 ? PARTY : [];
}

function values(document: Record<string, unknown>, path: readonly string[]): Offer[] {
  const last = path.findLast((name) => !/^\d+$/.test(name));
  const within = path.length === 4 && path[0] === 'workflow' ? path[2] : last;
  if (LEADS.includes(last ?? '') || within === 'cases') {
    return Object.entries((document.workflow ?? {}) as Steps).map(([label, step]) => ({ label, detail: step.name ?? step.type }));
  }
  if (last === 'agent' || last === 'targets') {
    const parties = (last === 'agent' ? document.agent_definitions : document.target_definitions) ?? {};
    return Object.entries(parties as Record<string, { name?: string }>).map(([label, { name }]) => ({ label, detail: name }));
  }
  if (last !== 'type') {
    return [];
  }
  return types(path).map((label) => ({ label }));
}

function types(path: readonly string[]): string[] {
  if (path.includes('commands')) {
    return COMMANDS;
  }
  if (path.at(-3) === 'playbook_variables' || path.at(-3) === 'step_variables') {
    return VARIABLES;
  }
  return path[0] === 'workflow' ? Object.keys(STEPS) : [];
}

/** While something is being written, the text is no JSON: what was missing is completed as far as that goes. */
function parsed(text: string): Record<string, unknown> {
  for (const attempt of [text, text.replaceAll(/("(?:[^"\\]|\\.)*")(?=\s*[,}](?!\s*:))/g, '$1').replaceAll(/,(\s*[}\]])/g, '$1')]) {
    try {
      return JSON.parse(attempt) as Record<string, unknown>;
    } catch {
      // The next attempt, or nothing is known.
    }
  }
  return {};
}
