import { expect, test } from '@jest/globals';
import { parseCpe } from '../../../../src/results/scanners/xccdf/cpe.ts';

test.each([
  [
    'cpe:/o:redhat:enterprise_linux:8',
    { part: 'o', vendor: 'redhat', product: 'enterprise_linux', version: '8' },
  ],
  [
    'cpe:/o:canonical:ubuntu_linux:22.04::~~lts~~~',
    { part: 'o', vendor: 'canonical', product: 'ubuntu_linux', version: '22.04' },
  ],
  ['cpe:/o:microsoft:windows_10', { part: 'o', vendor: 'microsoft', product: 'windows_10' }],
  ['cpe:/a:example:a%21b:1%3a2', { part: 'a', vendor: 'example', product: 'a!b', version: '1:2' }],
  ['cpe:/a:example::2', { part: 'a', vendor: 'example', version: '2' }],
  ['cpe:/o', { part: 'o' }],
  [
    'cpe:2.3:o:redhat:enterprise_linux:8.1\\:a:*:*:*:*:*:*:*',
    { part: 'o', vendor: 'redhat', product: 'enterprise_linux', version: '8.1:a' },
  ],
  ['cpe:2.3:h:example:*:-:*:*:*:*:*:*:*', { part: 'h', vendor: 'example' }],
])('the CPE name %s is read', (name, cpe) => {
  expect(parseCpe(name)).toEqual(cpe);
});

test.each(['#machine', 'My scanner 1.0', 'cpe://cisco:ios:12.3', 'cpe:', ''])(
  '%s is not a CPE name',
  (name) => {
    expect(parseCpe(name)).toBeUndefined();
  },
);
