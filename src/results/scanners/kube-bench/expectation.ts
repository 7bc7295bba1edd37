import { shortText } from '../../reading/short-text.ts';

/**
 * What a test expects (`expected_result`). Left out if it could not be compared, because it then quotes what was found
 * (kube-bench, `check/test.go`).
 */
export function expectationOf(expected: unknown): string | undefined {
  if (typeof expected !== 'string') return undefined;
  return /Not numeric value|Invalid Number/.test(expected) ? undefined : shortText(expected, 300);
}
