import { createHash } from 'node:crypto';
import type { Home } from './owner.ts';

/** Whether a workflow that uses one of the actions runs the file. */
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

/** The text of a release: how to pin it, what is new, how to check it. */
export function releaseText({ owner, name }: Home, version: string, commit: string, notes: string): string {
  const repository = `${owner}/${name}`;
  return `\`\`\`yaml
- uses: ${repository}@${commit} # v${version}
\`\`\`

${notes}

### How to check it

\`SHA256SUMS\` has the digests of every file that runs, \`sbom.cdx.json\` what the bundle is made of. Both are attested by the release workflow of this repository. In a clone at this commit:

\`\`\`sh
gh release verify v${version} --repo ${repository}
gh attestation verify dist/index.js --repo ${repository} \\
  --signer-workflow ${repository}/.github/workflows/release.yml --source-ref refs/tags/v${version}
sha256sum --check SHA256SUMS
\`\`\`
`;
}
