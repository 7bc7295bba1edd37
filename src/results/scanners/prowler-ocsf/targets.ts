import { memberAt, textOf, type JsonRecord } from '../../../json.ts';
import type { Entry, RecordReader } from '../../reading/record-reader.ts';
import { joined } from '../../reading/short-text.ts';

/** The naming scheme of each provider's targets, and the option that scans only one of them. */
const ACCOUNTS: Readonly<Record<string, { readonly scheme: string; readonly option?: string }>> = {
  aws: { scheme: 'AWS account' },
  azure: { scheme: 'Azure subscription', option: '--subscription-ids' },
  gcp: { scheme: 'Google Cloud project', option: '--project-ids' },
  github: { scheme: 'GitHub owner', option: '--organizations' },
  kubernetes: { scheme: 'Kubernetes cluster', option: '--context' },
  m365: { scheme: 'Microsoft 365 tenant' },
};

/** Adds the accounts that were scanned, or the tenants if no finding names an account. */
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

/** The account that a finding names. Kubernetes findings have no `cloud`; newer ones name the cluster elsewhere. */
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

/** If the account's id is the organization's own, the finding is not about a single account. */
function isOrganization(account: string, finding: JsonRecord): boolean {
  return [memberAt(finding, 'cloud', 'org', 'uid'), memberAt(finding, 'metadata', 'tenant_uid')].some(
    (organization) => textOf(organization) === account,
  );
}

/** The cloud or system that a finding is about, in lower case: `aws`, `azure`. */
export function providerOf(finding: JsonRecord): string | undefined {
  const name =
    textOf(memberAt(finding, 'cloud', 'provider')) ?? textOf(memberAt(finding, 'unmapped', 'provider'));
  return name?.toLowerCase();
}
