import type { FindingDetail, Severity } from './types';

/** The findings of one rule, the earliest first. */
export interface RuleFindings {
  ruleId: string;
  title: string;
  severity: Severity;
  tactics: string[];
  techniques: string[];
  from: string;
  until: string;
  findings: FindingDetail[];
}

export const SEVERITIES: readonly Severity[] = ['INFORMATIONAL', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'];

/** Findings together by rule: the gravest rule first, then the one that spoke first. */
export function byRule(findings: readonly FindingDetail[]): RuleFindings[] {
  const rules = new Map<string, RuleFindings>();
  for (const finding of [...findings].sort((a, b) => a.time.localeCompare(b.time))) {
    const rule = rules.get(finding.ruleId);
    if (rule) {
      rule.findings.push(finding);
      rule.until = finding.time;
      rule.severity = worse(rule.severity, finding.severity);
    } else {
      const { ruleId, title, severity, tactics, techniques, time } = finding;
      rules.set(ruleId, { ruleId, title, severity, tactics, techniques, from: time, until: time, findings: [finding] });
    }
  }
  return [...rules.values()].sort(
    (a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity) || a.from.localeCompare(b.from),
  );
}

export function worse(a: Severity, b: Severity): Severity {
  return SEVERITIES.indexOf(b) > SEVERITIES.indexOf(a) ? b : a;
}
