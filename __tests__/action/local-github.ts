import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listen } from '../../local-inspector/listen.ts';
import { isRecord, type JsonRecord } from '../../src/json.ts';

// A strict stand-in for the check runs of GitHub's REST API (docs.github.com/rest/checks/runs): it enforces GitHub's
// limits and refuses unknown members.

/** A check run as the stand-in stores it. */
export interface StoredCheckRun extends JsonRecord {
  readonly id: number;
}

/** One request as received. */
export interface GitHubRequest {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | undefined;
}

/** The most characters of `output.summary`. */
const LONGEST_SUMMARY = 65_535;
const MEMBERS = ['name', 'head_sha', 'external_id', 'status', 'conclusion', 'output'];

/** The stand-in, listening on the loopback interface. */
export class LocalGitHub {
  readonly checkRuns: StoredCheckRun[] = [];
  readonly requests: GitHubRequest[] = [];
  port = 0;
  /** If set, the response to every request. */
  answer: { readonly status: number; readonly body: string } | undefined;
  private readonly token: string;
  private readonly server = createServer((incoming, response) => {
    void this.take(incoming, response);
  });

  constructor(token: string) {
    this.token = token;
  }

  async listen(): Promise<void> {
    this.port = await listen(this.server, 0);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** With a path, as on GitHub Enterprise Server. */
  get url(): string {
    return `http://127.0.0.1:${this.port}/api/v3`;
  }

  private async take(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = incoming;
    this.requests.push({ method, url, authorization: headers.authorization });
    const chunks: Uint8Array[] = [];
    for await (const chunk of incoming) if (chunk instanceof Uint8Array) chunks.push(chunk);
    const { status, body } = this.answer ?? this.answerTo(incoming, Buffer.concat(chunks).toString('utf8'));
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body);
  }

  private answerTo(
    { method, url = '', headers }: IncomingMessage,
    text: string,
  ): { status: number; body: string } {
    if (headers.authorization !== `token ${this.token}`) return refusal(401, 'Bad credentials');
    const { pathname, searchParams } = new URL(url, this.url);
    const [, sha] = /^\/api\/v3\/repos\/o\/r\/commits\/([0-9a-f]{40})\/check-runs$/.exec(pathname) ?? [];
    if (method === 'GET' && sha !== undefined) return this.list(sha, searchParams.get('check_name'));
    const [, id] = /^\/api\/v3\/repos\/o\/r\/check-runs(?:\/(\d+))?$/.exec(pathname) ?? [];
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    if (!isRecord(body)) return refusal(404, 'Not Found');
    const fault = faultOf(body);
    if (fault !== undefined) return refusal(422, fault);
    if (method === 'POST' && id === undefined) return this.create(body);
    if (method === 'PATCH' && id !== undefined) return this.update(Number(id), body);
    return refusal(404, 'Not Found');
  }

  private list(sha: string, name: string | null): { status: number; body: string } {
    const found = this.checkRuns.filter((one) => one['head_sha'] === sha && one['name'] === name);
    return { status: 200, body: JSON.stringify({ total_count: found.length, check_runs: found }) };
  }

  private create(body: JsonRecord): { status: number; body: string } {
    if (!/^[0-9a-f]{40}$/.test(String(body['head_sha']))) return refusal(422, 'No commit found for SHA');
    const created = { ...body, id: this.checkRuns.length + 1, html_url: 'https://github.com/o/r/runs/1' };
    this.checkRuns.push(created);
    return { status: 201, body: JSON.stringify(created) };
  }

  private update(id: number, body: JsonRecord): { status: number; body: string } {
    const index = this.checkRuns.findIndex((one) => one.id === id);
    const known = this.checkRuns[index];
    if (known === undefined) return refusal(404, 'Not Found');
    const updated = { ...known, ...body, id };
    this.checkRuns[index] = updated;
    return { status: 200, body: JSON.stringify(updated) };
  }
}

function refusal(status: number, message: string): { status: number; body: string } {
  return { status, body: JSON.stringify({ message, documentation_url: 'https://docs.github.com/rest' }) };
}

function faultOf(body: JsonRecord): string | undefined {
  const unknown = Object.keys(body).filter((name) => !MEMBERS.includes(name));
  if (unknown.length > 0) return `Unknown: ${unknown.join(', ')}`;
  const { output, status, conclusion } = body;
  if (status !== 'completed' || !['success', 'failure', 'neutral', 'cancelled'].includes(String(conclusion)))
    return 'Invalid status or conclusion';
  if (!isRecord(output) || typeof output['title'] !== 'string' || typeof output['summary'] !== 'string')
    return 'Invalid output';
  return output['summary'].length > LONGEST_SUMMARY ? 'Only 65535 characters are allowed' : undefined;
}

/** Runs a test with a new stand-in that accepts this token, and always closes it. */
export async function withGitHub<Value>(
  token: string,
  story: (github: LocalGitHub) => Promise<Value>,
): Promise<Value> {
  const github = new LocalGitHub(token);
  await github.listen();
  try {
    return await story(github);
  } finally {
    await github.close();
  }
}
