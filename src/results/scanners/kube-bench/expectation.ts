import { shortText } from '../../reading/short-text.ts';

/** What a test expects (`expected_result`). An expectation that could not be compared quotes what was found (kube-bench, `check/test.go`). */
export function expectationOf(expected: unknown): string | undefined {
  if (typeof expected !== 'string') return undefined;
  return /Not numeric value|Invalid Number/.test(expected) ? undefined : shortText(expected, 300);
}
