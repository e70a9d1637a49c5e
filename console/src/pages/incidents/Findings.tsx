import { Accordion, Alert, Code, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { EmptyState, Lines, Loaded } from '@/parts/States';
import { Pill, Severity, words } from '@/parts/Tone';
import { clock } from '@/parts/When';
import { useZone } from '@/parts/zone';
import { byRule, type RuleFindings } from './byRule';
import { FindingRows } from './FindingRows';
import { findingsQuery } from './queries';
import { RuleWords } from './RuleWords';
import classes from './incident.module.css';

/** The findings by the rule that made them, each with the fields that matched. */
export function Findings({ id }: { id: string }) {
  const asked = useQuery(findingsQuery(id));
  return (
    <Loaded query={asked} skeleton={<Lines count={8} height={48} />}>
      {({ findings, more }) =>
        findings.length === 0 ? (
          <EmptyState title="No findings are kept with this incident" />
        ) : (
          <>
            {more && (
              <Alert mb="md" color="yellow" variant="light">
                These are the first {findings.length} findings; the report counts all.
              </Alert>
            )}
            <Rules rules={byRule(findings)} />
          </>
        )
      }
    </Loaded>
  );
}

function Rules({ rules }: { rules: RuleFindings[] }) {
  const [search, setSearch] = useSearchParams();
  const linked = search.get('finding');
  const rule = search.get('rule') ?? rules.find((one) => one.findings.some((finding) => finding.id === linked))?.ruleId ?? null;
  useEffect(() => {
    if (linked) {
      document.getElementById(linked)?.scrollIntoView({ block: 'center' });
    }
  }, [linked]);
  return (
    <Accordion
      variant="separated"
      value={rule}
      onChange={(next) => setSearch(next ? { rule: next } : {}, { replace: true })}
      classNames={{ item: classes.ruleItem, control: classes.ruleControl }}
    >
      {rules.map((one) => (
        <Accordion.Item key={one.ruleId} value={one.ruleId}>
          <Accordion.Control>
            <RuleHead rule={one} />
          </Accordion.Control>
          <Accordion.Panel>
            {one.ruleId === rule && (
              <>
                <RuleWords id={one.ruleId} />
                <FindingRows findings={one.findings} linked={linked} />
              </>
            )}
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}

function RuleHead({ rule }: { rule: RuleFindings }) {
  const [zone] = useZone();
  const until = rule.findings.length > 1 ? ` to ${clock(rule.until, zone)}` : '';
  return (
    <div className={classes.ruleHead}>
      <Severity value={rule.severity} />
      <div className={classes.ruleName}>
        <Text fw={560}>
          {rule.title}
          {rule.findings.length > 1 && <span className={classes.times}> × {rule.findings.length}</span>}
        </Text>
        <Text size="xs" c="dimmed" className="tabular">
          {clock(rule.from, zone)}
          {until}
        </Text>
      </div>
      <Group gap={4} className={classes.rulePills}>
        {rule.tactics.map((tactic) => (
          <Pill key={tactic} tone="neutral">
            {words(tactic)}
          </Pill>
        ))}
        {rule.techniques.slice(0, 3).map((technique) => (
          <Code key={technique}>{technique}</Code>
        ))}
      </Group>
    </div>
  );
}
