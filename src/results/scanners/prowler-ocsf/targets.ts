import { memberAt, textOf, type JsonRecord } from '../../../json.ts';
import type { Entry, RecordReader } from '../../reading/record-reader.ts';
import { joined } from '../../reading/short-text.ts';

/** What Prowler's providers call what they scan, and the option that scans one of several. */
const ACCOUNTS: Readonly<Record<string, { readonly scheme: string; readonly option?: string }>> = {
  aws: { scheme: 'AWS account' },
  azure: { scheme: 'Azure subscription', option: '--subscription-ids' },
  gcp: { scheme: 'Google Cloud project', option: '--project-ids' },
  github: { scheme: 'GitHub owner', option: '--organizations' },
  kubernetes: { scheme: 'Kubernetes cluster', option: '--context' },
  m365: { scheme: 'Microsoft 365 tenant' },
};

/** The accounts that were scanned; the tenants of findings that are about no account where no other names one. */
export function noteTargets(findings: readonly Entry[], reader: RecordReader): void {
  const accounts = findings.flatMap((finding) => accountOf(finding) ?? []);
  const isTenant = (account: Account): boolean => account.ofTenant;
  const targets = accounts.every(isTenant) ? accounts : accounts.filter((account) => !isTenant(account));
  for (const { scheme, name, path, option } of targets) {
    const remedy = option === undefined ? undefined : `To scan one of them, use Prowler's \`${option}\`.`;
    reader.target(scheme, name, path, remedy);
  }
}

interface Account {
  readonly scheme: string;
  readonly name: string;
  readonly path: Entry['path'];
  readonly option?: string;
  readonly ofTenant: boolean;
}

/** Kubernetes findings have no `cloud`; newer ones name the cluster elsewhere. */
function accountOf({ value: finding, path }: Entry): Account | undefined {
  const account = textOf(memberAt(finding, 'cloud', 'account', 'uid'));
  const name = account ?? textOf(memberAt(finding, 'unmapped', 'provider_uid'));
  if (name === undefined) return undefined;
  const place = account === undefined ? ['unmapped', 'provider_uid'] : ['cloud', 'account', 'uid'];
  const provider = providerOf(finding);
  const at = [...path, ...place];
  if (isOrganization(name, finding)) {
    return {
      scheme: provider === 'azure' ? 'Azure tenant' : 'organization',
      name,
      path: at,
      ofTenant: true,
    };
  }
  const known = provider !== undefined && Object.hasOwn(ACCOUNTS, provider) ? ACCOUNTS[provider] : undefined;
  const scheme = joined([provider, 'account'], ' ') ?? 'account';
  return { scheme, ...known, name, path: at, ofTenant: false };
}

/** Where the account's id is that of the organization itself, the finding is about no single account. */
function isOrganization(account: string, finding: JsonRecord): boolean {
  return [memberAt(finding, 'cloud', 'org', 'uid'), memberAt(finding, 'metadata', 'tenant_uid')].some(
    (organization) => textOf(organization) === account,
  );
}

/** The cloud or system that a finding is of, in lower case: `aws`, `azure`. */
export function providerOf(finding: JsonRecord): string | undefined {
  const name =
    textOf(memberAt(finding, 'cloud', 'provider')) ?? textOf(memberAt(finding, 'unmapped', 'provider'));
  return name?.toLowerCase();
}
