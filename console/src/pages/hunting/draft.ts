/** Which fields say what an event is, by what its records look like. */
const shapes: { logsource: Record<string, string>; has: string; fields: string[] }[] = [
  { logsource: { product: 'aws', service: 'cloudtrail' }, has: 'eventSource', fields: ['eventSource', 'eventName', 'errorCode'] },
  { logsource: { product: 'windows' }, has: 'EventID', fields: ['EventID', 'Channel', 'Image'] },
  { logsource: { product: 'linux' }, has: 'program', fields: ['program', 'message'] },
];

const GENERAL = { logsource: { category: 'application' }, fields: [] as string[] };
const MOST_FIELDS = 3;

/** A Sigma rule that finds events like this one, to be widened or narrowed by whoever writes it. */
export function draft(record: Record<string, unknown>, id: string, date: string): string {
  const { logsource, fields } = shapes.find(({ has }) => has in record) ?? GENERAL;
  const named = fields.filter((field) => plain(record[field]));
  const chosen = named.length > 0 ? named : Object.keys(record).filter((field) => plain(record[field])).slice(0, MOST_FIELDS);
  const what = chosen.map((field) => String(record[field])).join(', ');
  return [
    `title: ${scalar(`Like ${what || 'this event'}`)}`,
    `id: ${id}`,
    'status: experimental',
    'description: ',
    `date: ${date}`,
    'logsource:',
    ...Object.entries(logsource).map(([name, value]) => `    ${name}: ${value}`),
    'detection:',
    '    selection:',
    ...(chosen.length > 0 ? chosen.map((field) => `        ${scalar(field)}: ${scalar(record[field])}`) : ['        field: value']),
    '    condition: selection',
    'falsepositives:',
    '    - Not known yet',
    'level: medium',
    '',
  ].join('\n');
}

function plain(value: unknown): boolean {
  return (typeof value === 'string' && value.length > 0 && value.length < 200) || typeof value === 'number';
}

/** YAML's single quotes take every text as it is; in Sigma a star, a question mark and a backslash mean something. */
function scalar(value: unknown): string {
  if (typeof value === 'number') {
    return String(value);
  }
  const text = String(value);
  return /^[A-Za-z][\w ./-]*$/.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text)
    ? text
    : `'${text.replaceAll(/[\\*?]/g, '\\$&').replaceAll("'", "''").replaceAll(/[\r\n]+/g, ' ')}'`;
}
