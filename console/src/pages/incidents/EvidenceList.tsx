import { Button, CopyButton, Group, Stack, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { IconArchive, IconDownload, IconFileCertificate } from '@tabler/icons-react';
import { EmptyState } from '@/parts/States';
import { exactly } from '@/parts/When';
import { useZone } from '@/parts/zone';
import { person } from '../approvals/ApprovalView';
import type { Read } from './queries';
import type { Evidence } from './types';
import classes from './incident.module.css';

/** What was preserved, by whom, and the hash that shows it is unchanged. */
export function EvidenceList({ read }: { read: Read }) {
  return read.evidence.length === 0 ? (
    <EmptyState icon={IconArchive} title="No evidence was preserved yet" text="Playbooks preserve it before they change anything." />
  ) : (
    <Stack gap="md">
      {read.evidence.map((one) => (
        <One key={one.id} evidence={one} />
      ))}
      <Bundle id={read.incident.id} />
    </Stack>
  );
}

function One({ evidence }: { evidence: Evidence }) {
  const [zone] = useZone();
  return (
    <section className={classes.panel} aria-label={evidence.name}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Text fw={560}>{evidence.name}</Text>
          <Text size="sm" c="dimmed">
            {evidence.origin}, {size(evidence.size)}
          </Text>
        </div>
        <CopyButton value={evidence.content}>
          {({ copied, copy }) => (
            <Tooltip label={copied ? 'Copied' : 'SHA-256 of its bytes: copy'}>
              <UnstyledButton onClick={copy} className={classes.mono}>
                {evidence.content.slice(0, 16)}…
              </UnstyledButton>
            </Tooltip>
          )}
        </CopyButton>
      </Group>
      <ol className={classes.custody}>
        {evidence.custody.map((link) => (
          <li key={link.time + link.what}>
            <time dateTime={link.time}>{exactly(link.time, zone)}</time>
            <span>
              {person(link.who)}: {link.what}
            </span>
          </li>
        ))}
      </ol>
    </section>
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
          href={`/api/v1/incidents/${encodeURIComponent(id)}/bundle`}
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
