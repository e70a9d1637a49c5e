import { Button, Group, Stack, Text } from '@mantine/core';
import { IconArchive, IconDownload, IconFileCertificate, IconShieldCheck } from '@tabler/icons-react';
import { address } from '@/api/client';
import { useMay } from '@/api/session';
import { EmptyState } from '@/parts/States';
import { Pill } from '@/parts/Tone';
import { exactly } from '@/parts/When';
import { useZone } from '@/parts/zone';
import { who } from '@/parts/who';
import { type Read, useVerify } from './queries';
import type { Evidence } from './types';
import classes from './incident.module.css';

/** What was preserved, by whom, and the hash that shows it is unchanged. */
export function EvidenceList({ read }: { read: Read }) {
  const may = useMay();
  return read.evidence.length === 0 ? (
    <EmptyState icon={IconArchive} title="No evidence was preserved yet" text="Playbooks preserve it before they change anything." />
  ) : (
    <Stack gap="md">
      {read.evidence.map((one) => (
        <One key={one.id} evidence={one} incident={read.incident.id} />
      ))}
      {may('evidence.export') && <Bundle id={read.incident.id} />}
    </Stack>
  );
}

function One({ evidence, incident }: { evidence: Evidence; incident: string }) {
  const [zone] = useZone();
  const may = useMay();
  const path = address('/api/v1/incidents/{id}/evidence/{evidenceId}/content', { id: incident, evidenceId: evidence.id });
  return (
    <section className={classes.panel} aria-label={evidence.name}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Text fw={560}>{evidence.name}</Text>
          <Text size="sm" c="dimmed">
            {evidence.origin}, {size(evidence.size)}
          </Text>
        </div>
        {may('evidence.read') && (
          <Group gap="xs">
            <Verify evidence={evidence} incident={incident} />
            <Button component="a" href={path} download size="xs" variant="default" leftSection={<IconDownload size={14} aria-hidden />}>
              Download
            </Button>
          </Group>
        )}
      </Group>
      <ol className={classes.custody}>
        <li>
          <span>SHA-256</span>
          <span className={classes.mono}>{evidence.content}</span>
        </li>
        {evidence.custody.map((link) => (
          <li key={link.time + link.what}>
            <time dateTime={link.time}>{exactly(link.time, zone)}</time>
            <span>
              {who(link.who)}: {link.what}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Has the server hash the object anew. */
function Verify({ evidence, incident }: { evidence: Evidence; incident: string }) {
  const verify = useVerify(incident, evidence.id);
  if (verify.data) {
    return (
      <span role="status">
        <Pill tone={verify.data.same ? 'good' : 'critical'} dot>
          {verify.data.same ? 'Unchanged' : (verify.data.why ?? 'Changed')}
        </Pill>
      </span>
    );
  }
  return (
    <Button size="xs" variant="default" leftSection={<IconShieldCheck size={14} aria-hidden />} loading={verify.isPending} onClick={() => verify.mutate()}>
      Verify
    </Button>
  );
}

function Bundle({ id }: { id: string }) {
  return (
    <section className={classes.panel} aria-label="Evidence bundle">
      <Group justify="space-between">
        <Group gap="sm" wrap="nowrap" align="flex-start" flex="1 1 300px">
          <IconFileCertificate size={22} aria-hidden />
          <div>
            <Text fw={560}>To check it without this platform</Text>
            <Text size="sm" c="dimmed">
              The bundle holds the evidence, the ledger entries with proofs of inclusion, and a signed checkpoint.
              <br />
              <code>acso evidence verify {id}.zip</code> checks all of it with nothing but the files.
            </Text>
          </div>
        </Group>
        <Button
          component="a"
          href={address('/api/v1/incidents/{id}/bundle', { id })}
          download={`${id}.zip`}
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          Download the bundle
        </Button>
      </Group>
    </section>
  );
}

function size(bytes: number): string {
  const [value, unit] = bytes < 1024 ? [bytes, 'byte'] : bytes < 1 << 20 ? [bytes / 1024, 'kilobyte'] : [bytes / (1 << 20), 'megabyte'];
  return new Intl.NumberFormat('en', { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
}
