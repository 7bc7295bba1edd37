import { STATUSES_WORST_FIRST } from '../src/status.ts';

// Generates results files in the size of real ones. The same number always gives the same file.

/** A messages file as JSON, with about 150 bytes of details each. */
export function messagesJson(count: number): string {
  const messages = Array.from({ length: count }, (_, index) => ({
    ruleId: ruleId(index),
    status: status(index),
    cisRuleDetails: JSON.stringify({
      title: `Ensure that setting ${index} of the system is configured`,
      result: status(index).toLowerCase(),
      severity: 'medium',
      source: 'benchmark of this repository',
    }),
  }));
  return `${JSON.stringify({ messages }, undefined, 2)}\n`;
}

/** A messages file as YAML, in block style. */
export function messagesYaml(count: number): string {
  return Array.from(
    { length: count },
    (_, index) =>
      `- ruleId: "${ruleId(index)}"\n  status: ${status(index)}\n  cisRuleDetails: Setting ${index} of the system is as expected\n`,
  ).join('');
}

/**
 * OpenSCAP results including the whole benchmark, as written by `oscap xccdf eval --results`: 592 rules, each with as
 * many references, checks and fixes as in the SCAP Security Guide. About 7.5 MB.
 */
export function xccdf(): string {
  const rules = Array.from({ length: 592 }, (_, index) => index);
  const id = (kind: string, index: number): string => `xccdf_org.ssgproject.content_${kind}_setting_${index}`;
  const definition = (index: number): string => `
      <Rule id="${id('rule', index)}" selected="false" role="full" severity="medium">
        <title xmlns:xhtml="http://www.w3.org/1999/xhtml" xml:lang="en-US">Ensure setting ${index} is configured</title>
        <description xmlns:xhtml="http://www.w3.org/1999/xhtml" xml:lang="en-US">${PROSE}
<html:code xmlns:html="http://www.w3.org/1999/xhtml">/etc/setting/${index}</html:code>:<html:br xmlns:html="http://www.w3.org/1999/xhtml"/>
<html:pre xmlns:html="http://www.w3.org/1999/xhtml">SETTING=${index}</html:pre></description>
${REFERENCES}
        <rationale xmlns:xhtml="http://www.w3.org/1999/xhtml" xml:lang="en-US">${PROSE}</rationale>
        <fix id="setting_${index}" system="urn:xccdf:fix:script:sh" complexity="low" disruption="low" reboot="false" strategy="enable">${SCRIPT}</fix>
        <fix id="setting_${index}" system="urn:xccdf:fix:script:ansible" complexity="low" disruption="low" reboot="false" strategy="enable">${SCRIPT}</fix>
        <check system="http://oval.mitre.org/XMLSchema/oval-definitions-5">
          <check-content-ref name="oval:ssg-setting_${index}:def:1" href="ssg-ubuntu2204-oval.xml"/>
        </check>
        <check system="http://scap.nist.gov/schema/ocil/2">
          <check-content-ref name="ocil:ssg-setting_${index}_ocil:questionnaire:1" href="ssg-ubuntu2204-ocil.xml"/>
        </check>
      </Rule>`;
  const result = (index: number): string => `
    <rule-result idref="${id('rule', index)}" role="full" time="2026-01-31T12:00:00+00:00" severity="medium" weight="1.000000">
      <result>${['pass', 'fail', 'notapplicable', 'notselected'][index % 4] ?? 'pass'}</result>
      <check system="http://oval.mitre.org/XMLSchema/oval-definitions-5">
        <check-content-ref name="oval:ssg-setting_${index}:def:1" href="ssg-ubuntu2204-oval.xml"/>
      </check>
    </rule-result>`;
  const selects = rules
    .map((index) => `\n    <select idref="${id('rule', index)}" selected="true"/>`)
    .join('');
  const profiles = ['cis_level1_server', 'cis_level2_server', 'standard'].map(
    (name) => `
  <Profile id="xccdf_org.ssgproject.content_profile_${name}">
    <title xml:lang="en-US">CIS Ubuntu 22.04 Benchmark, ${name}</title>${selects}
  </Profile>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<Benchmark xmlns="http://checklists.nist.gov/xccdf/1.2" id="xccdf_org.ssgproject.content_benchmark_UBUNTU_22-04" resolved="1" xml:lang="en-US" style="SCAP_1.2">
  <status date="2026-01-31">draft</status>
  <title xml:lang="en-US">Guide to the Secure Configuration of Ubuntu 22.04</title>
  <version>0.1.80</version>${profiles.join('')}
  <Group id="xccdf_org.ssgproject.content_group_system">
    <title xml:lang="en-US">System Settings</title>${rules.map(definition).join('')}
  </Group>
  <TestResult id="xccdf_org.open-scap_testresult_cis_level2_server" start-time="2026-01-31T12:00:00+00:00" end-time="2026-01-31T12:02:00+00:00" version="0.1.80" test-system="cpe:/a:redhat:openscap:1.3.7">
    <benchmark href="ubuntu2204-ds.xml" id="xccdf_org.ssgproject.content_benchmark_UBUNTU_22-04"/>
    <title>OSCAP Scan Result</title>
    <profile idref="xccdf_org.ssgproject.content_profile_cis_level2_server"/>
    <target>server-1</target>${rules.map(result).join('')}
    <score system="urn:xccdf:scoring:default" maximum="100.000000">50.000000</score>
  </TestResult>
</Benchmark>
`;
}

const PROSE =
  `The configuration of a system limits what an attacker who gets this far can do next. Settings that are not
needed add to the attack surface, and each one that is disabled no longer has to be monitored. To check it,
look for the following line, and add it if it is missing; then restart the service or the system.`.repeat(2);

const REFERENCES = Array.from(
  { length: 43 },
  (_, index) =>
    `        <reference href="https://standards.example.com/standard/${index % 9}/controls-for-information-systems.html">A.${index}.${index % 7}</reference>`,
).join('\n');

const SCRIPT = `# Remediation is applicable only in certain platforms
if [ ! -f /.dockerenv ] &amp;&amp; [ ! -f /run/.containerenv ]; then
    if grep -q "^SETTING" /etc/setting; then
        sed -i "s/^SETTING.*/SETTING=yes/g" /etc/setting
    else
        echo "SETTING=yes" &gt;&gt; /etc/setting
    fi
else
    &gt;&amp;2 echo 'Remediation is not applicable, nothing was done'
fi
`.repeat(5);

function ruleId(index: number): string {
  return `${1 + (index % 7)}.${1 + (index % 9)}.${index}`;
}

function status(index: number): string {
  return STATUSES_WORST_FIRST[index % STATUSES_WORST_FIRST.length] ?? 'UNKNOWN';
}
