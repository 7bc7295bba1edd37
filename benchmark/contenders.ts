import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createTlsServer, type Server } from 'node:tls';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { selfSigned } from '../local-inspector/certificate.ts';
import { listen } from '../local-inspector/listen.ts';
import { startLocalInspector, type LocalInspector } from '../local-inspector/server.ts';
import { readMetadata } from '../local-runner/metadata.ts';
import { runnersNode } from '../local-runner/node.ts';
import { inputVariables } from '../local-runner/step.ts';
import type { Contender } from './processes.ts';

const SCAN_JOB_ID = '5f0c7f0a-4a51-4c0e-9d3b-2f6d1e8b7a90';
const SESSION_TOKEN = '0d1e9c52-7b1f-4a3e-8f6a-5c4b3a2f1e0d';
const NODE = runnersNode().path;
const { entry: ENTRY, defaults: DEFAULTS } = readMetadata('.', 'main');

/** The folder for a benchmark's files, and the Python to compare with. */
export interface Workshop {
  readonly directory: string;
  /** The path of `python3`; `undefined` if it is not installed. */
  readonly python: string | undefined;
  /** The version of its boto3; `undefined` if it has none. */
  readonly boto3: string | undefined;
}

/** Creates a workshop for one benchmark. `close` deletes its files. */
export function openWorkshop(): Workshop & { readonly close: () => void } {
  const directory = mkdtempSync(join(tmpdir(), 'benchmark-'));
  const python = outputOf('python3', 'import sys; print(sys.executable)');
  return {
    directory,
    python,
    boto3: python === undefined ? undefined : outputOf(python, 'import boto3; print(boto3.__version__)'),
    close: () => {
      rmSync(directory, { recursive: true });
    },
  };
}

function outputOf(python: string, program: string): string | undefined {
  const { status, stdout } = spawnSync(python, ['-c', program], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/** An endpoint over HTTP or HTTPS, with the environment to reach it. */
export interface Endpoint {
  readonly inspector: LocalInspector;
  readonly origin: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

/** Starts a new local Inspector. */
export async function openEndpoint(
  { directory }: Workshop,
  scheme: 'http' | 'https' = 'http',
): Promise<Endpoint> {
  const inspector = await startLocalInspector();
  if (scheme === 'http') {
    const { url: origin, environment, close } = inspector;
    return { inspector, origin, environment, close };
  }
  const certificate = selfSigned('localhost');
  const authorities = join(directory, 'authorities.pem');
  writeFileSync(authorities, certificate.cert);
  const server = tlsInFrontOf(inspector.port, certificate);
  const origin = `https://localhost:${await listen(server, 0)}`;
  return {
    inspector,
    origin,
    environment: {
      ...inspector.environment,
      AWS_ENDPOINT_URL_INSPECTOR2: origin,
      NODE_EXTRA_CA_CERTS: authorities,
    },
    close: async () => {
      server.close();
      await inspector.close();
    },
  };
}

function tlsInFrontOf(port: number, certificate: ReturnType<typeof selfSigned>): Server {
  // Without `noDelay`, Nagle's algorithm and delayed acknowledgements add 40 ms.
  return createTlsServer({ ...certificate, noDelay: true }, (caller) => {
    const upstream = connect({ port, host: '127.0.0.1', noDelay: true });
    caller.pipe(upstream).pipe(caller);
    for (const socket of [caller, upstream]) socket.on('error', () => caller.destroy());
  });
}

/** A telemetry step with one results file; without one, a step that fails because it has no inputs. */
export function action(
  { directory }: Workshop,
  name: string,
  options: {
    readonly resultsFile?: string;
    readonly inputs?: Readonly<Record<string, string>>;
    readonly endpoint?: Endpoint;
  },
): Contender {
  const temporaryDirectory = join(directory, 'runner-temp');
  mkdirSync(temporaryDirectory, { recursive: true });
  const files = Object.fromEntries(
    ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'].map((variable) => {
      const path = join(directory, variable);
      writeFileSync(path, '');
      return [variable, path];
    }),
  );
  const { resultsFile, inputs, endpoint } = options;
  const given =
    resultsFile === undefined
      ? {}
      : { 'scan-job-id': SCAN_JOB_ID, 'session-token': SESSION_TOKEN, 'results-file': resultsFile };
  return {
    name,
    command: [NODE, ENTRY],
    environment: {
      AWS_EC2_METADATA_DISABLED: 'true',
      GITHUB_WORKSPACE: directory,
      RUNNER_TEMP: temporaryDirectory,
      ...files,
      ...inputVariables({ ...DEFAULTS, ...given, ...inputs }),
      ...endpoint?.environment,
    },
    workingDirectory: directory,
    exitCode: resultsFile === undefined ? 1 : 0,
  };
}

/** Node running an empty program. */
export function bareNode({ directory }: Workshop): Contender {
  return { name: '`node -e 0`', command: [NODE, '-e', '0'], workingDirectory: directory };
}

/** The lower bound for sending: bare Node that PUTs again what the endpoint has received so far. */
export function bareSender({ directory }: Workshop, { inspector, origin, environment }: Endpoint): Contender {
  const recording = join(directory, 'recording.json');
  const requests = inspector.requests.map(({ path, headers, rawBody }) => ({
    path,
    headers,
    body: rawBody.toString(),
  }));
  writeFileSync(recording, JSON.stringify({ origin, requests }));
  return {
    name: 'bare Node that PUTs the same bodies',
    command: [NODE, program('floor.cjs'), recording],
    environment,
    workingDirectory: directory,
  };
}

/** The lower bound for YAML: the parser alone. */
export function yamlParser({ directory }: Workshop, file: string): Contender {
  return {
    name: '`yaml` parsing it',
    command: [NODE, program('yaml-floor.cjs'), file],
    workingDirectory: directory,
  };
}

/** The lower bound for XML: a tree built by expat, a parser in C. */
export function expatTree({ directory }: Workshop, python: string, file: string): Contender {
  return {
    name: "expat's tree (Python)",
    command: [python, program('expat_floor.py'), file],
    workingDirectory: directory,
  };
}

/** A short boto3 program that delivers the same messages. */
export function boto3Sender(
  { directory }: Workshop,
  python: string,
  { environment }: Endpoint,
  file: string,
): Contender {
  return {
    name: 'boto3',
    command: [python, program('boto3_sender.py'), SCAN_JOB_ID, SESSION_TOKEN, file],
    // boto3 ignores `AWS_REGION`.
    environment: { ...environment, AWS_DEFAULT_REGION: environment['AWS_REGION'] ?? '' },
    workingDirectory: directory,
  };
}

function program(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
