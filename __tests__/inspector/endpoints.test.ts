import { expect, test } from '@jest/globals';
import { isHttpUrl, requireEndpoints } from '../../src/inspector/endpoints.ts';

test.each(['http://127.0.0.1:8080', 'https://inspector2.us-east-1.amazonaws.com/', 'HTTPS://host'])(
  '%s is an HTTP or HTTPS URL',
  (url) => {
    expect(isHttpUrl(url)).toBe(true);
  },
);

test.each(['', 'not a url', 'host', 'localhost:8080', 'ftp://host', 'http://', '//host', 'junk::://'])(
  '"%s" cannot',
  (url) => {
    expect(isHttpUrl(url)).toBe(false);
  },
);

test.each(['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_INSPECTOR2', 'AWS_ENDPOINT_URL_STS'])(
  '%s is named if it is not a URL, but its value is not shown',
  (name) => {
    const environment = { AWS_ENDPOINT_URL: 'https://host', [name]: 'ftp://user:hunter2@host' };
    expect(() => {
      requireEndpoints(environment);
    }).toThrow(
      expect.objectContaining({
        message: `The environment variable ${name} is not an HTTP or HTTPS URL.`,
        failure: expect.objectContaining({
          code: 'InvalidInput',
          remedy: expect.not.stringContaining('hunter2'),
        }),
      }),
    );
  },
);

test.each(['https://host/?x=1', 'https://host/path#part'])(
  'an endpoint cannot have a query or a fragment: %s',
  (url) => {
    expect(() => {
      requireEndpoints({ AWS_ENDPOINT_URL_INSPECTOR2: url });
    }).toThrow(
      'The environment variable AWS_ENDPOINT_URL_INSPECTOR2 has a query or a fragment, which an endpoint cannot have.',
    );
  },
);

test.each([{}, { AWS_ENDPOINT_URL: '' }, { AWS_ENDPOINT_URL_S3: 'not a url' }])(
  'an endpoint that is not set or not used is not a fault: %j',
  (environment) => {
    expect(() => {
      requireEndpoints(environment);
    }).not.toThrow();
  },
);
