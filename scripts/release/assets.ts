import { createHash } from 'node:crypto';
import type { Home } from './owner.ts';

/** Whether workflows that use the actions run this file. */
export function isRun(path: string): boolean {
  return /^(?:action\.yml$|session\/|dist\/)/.test(path);
}

/** Lines of `sha256sum`: digest, two spaces, path. */
export function checksumsOf(
  files: readonly { readonly path: string; readonly content: Uint8Array }[],
): string {
  return files
    .map(({ path, content }) => `${createHash('sha256').update(content).digest('hex')}  ${path}\n`)
    .join('');
}

/** The release notes: how to pin the release, what is new, and how to verify it. */
export function releaseText({ owner, name }: Home, version: string, commit: string, notes: string): string {
  const repository = `${owner}/${name}`;
  return `\`\`\`yaml
- uses: ${repository}@${commit} # v${version}
\`\`\`

${notes}

### How to verify it

\`SHA256SUMS\` has the digest of every file that runs, \`sbom.cdx.json\` lists the packages in the bundle. The release workflow of this repository attests both. In a clone at this commit:

\`\`\`sh
gh release verify v${version} --repo ${repository}
gh attestation verify dist/index.js --repo ${repository} \\
  --signer-workflow ${repository}/.github/workflows/release.yml --source-ref refs/tags/v${version}
sha256sum --check SHA256SUMS
\`\`\`
`;
}
