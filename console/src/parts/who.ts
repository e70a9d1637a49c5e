import { capital } from './words';

/** Who did it, within a sentence: `person:alice` is alice, `agent:threat-hunter` the threat hunter agent. */
export function who(principal: string): string {
  const { kind, name } = parted(principal);
  if (kind === 'agent') {
    return `the ${name.replaceAll('-', ' ')} agent`;
  }
  return principal === PLATFORM ? 'the platform' : name;
}

/** The same where it stands alone, as in a table: `agent:threat-hunter` is Threat hunter agent. */
export function whoAlone(principal: string): string {
  const said = who(principal).replace(/^the /, '');
  return parted(principal).kind === 'person' ? said : capital(said);
}

const PLATFORM = 'service:platform';

function parted(principal: string): { kind: string; name: string } {
  const colon = principal.indexOf(':');
  return { kind: principal.slice(0, Math.max(0, colon)), name: principal.slice(colon + 1) };
}
