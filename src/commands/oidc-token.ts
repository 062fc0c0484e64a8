// SPDX-License-Identifier: Apache-2.0
//
// `oidc-token`: the job's own token for one audience, hidden from the log at once, shown by its claims, and exchanged when asked: for a
// session of the gateway, or by RFC 8693. Hands it on in a file that only this user can read, or as a masked output. Refuses to print it.
import { GateError } from '../core/errors.js';
import type { Host } from '../core/ports.js';
import type { Runtime } from '../core/runtime.js';
import { checkOwnToken, claimTable, signatureOf, unverifiedClaims, type UnverifiedClaims } from '../identity/claims.js';
import { exchangeToken } from '../identity/exchange.js';
import { gatewayAt, openSession, type SubjectTokenType } from '../identity/gateway.js';
import { TOKEN_TYPES } from './run-spec.js';
import { choiceInput, listInput, textInput, type RawInputs, type VerbSpec } from './verb.js';

const EXCHANGES = ['none', 'gateway', 'rfc8693'] as const;
const DELIVERIES = ['file', 'output'] as const;

/** The declaration that action.yml, the GitLab template and the command line are compared with. */
export const oidcTokenSpec: VerbSpec = {
  name: 'oidc-token',
  description: "Get the job's own OIDC token for an audience, hide it from the log, show its claims, and exchange it for a gateway session or an access token.",
  inputs: [
    { name: 'audience', description: 'Who the token is for: the `aud` that its verifier asks for.', default: 'ostiary', required: false, face: 'all', kind: 'text' },
    { name: 'exchange', description: '`none` hands on the token itself; `gateway` opens a session at an ostiary gateway; `rfc8693` asks an OAuth 2.0 token endpoint.', default: 'none', required: false, face: 'all', kind: 'text', choices: EXCHANGES },
    { name: 'gateway', description: 'Address of the gateway, `https://HOST`; for `exchange: gateway`.', default: '', required: false, face: 'all', kind: 'text' },
    { name: 'gateway-ca', description: 'PEM file of the authority, or the very certificate, of the gateway; nothing else is trusted then.', default: '', required: false, face: 'all', kind: 'text' },
    { name: 'resource', description: 'Resource that the session is for; several: one a line (the flag may be repeated). When empty: all that the job may reach.', default: '', required: false, face: 'all', kind: 'list' },
    { name: 'token-endpoint', description: 'Address of the token endpoint; for `exchange: rfc8693`.', default: '', required: false, face: 'all', kind: 'text' },
    { name: 'target-audience', description: 'Name of a service that the exchanged token is for (`audience` of RFC 8693); several: one a line (the flag may be repeated).', default: '', required: false, face: 'all', kind: 'list' },
    { name: 'target-resource', description: 'Address of a service that the exchanged token is for (`resource` of RFC 8693); several: one a line (the flag may be repeated).', default: '', required: false, face: 'all', kind: 'list' },
    { name: 'scope', description: 'Scopes to ask the token endpoint for, with spaces between them.', default: '', required: false, face: 'all', kind: 'text' },
    { name: 'client-id', description: 'Client id, for token endpoints that want one.', default: '', required: false, face: 'all', kind: 'text' },
    { name: 'deliver', description: "`file` writes it into a file that only this user can read; `output` makes it the step's masked output `token` (GitHub only).", default: 'file', required: false, face: 'all', kind: 'text', choices: DELIVERIES },
    { name: 'file', description: "Where to write it. When empty: a fresh file in the runner's temp folder, whose path is the output `token-file`.", default: '', required: false, face: 'all', kind: 'text' },
    { name: 'subject-token-file', description: 'A file that holds the token to exchange, for CI products that hand it out in other ways (a Kubernetes volume); `-` reads it from standard input.', default: '', required: false, face: 'cli', kind: 'text' },
    { name: 'subject-token-type', description: 'What that file holds: `jwt`, `id_token` or `saml2`.', default: 'jwt', required: false, face: 'cli', kind: 'text', choices: TOKEN_TYPES },
  ],
  outputs: [
    { name: 'token-file', description: 'Path of the file that holds it; empty with `deliver: output`.' },
    { name: 'token', description: 'The token, or the credential of the session; masked, with `deliver: output` only.' },
    { name: 'session-id', description: 'With `exchange: gateway`: the id of the session, which is its user in PostgreSQL.' },
    { name: 'subject', description: "The `sub` of the job's token." },
    { name: 'expires-at', description: 'When it ends, RFC 3339 in UTC.' },
  ],
};

/** What the verb needs of the world; wired by main/. */
export interface OidcTokenDeps {
  readonly host: Host;
  readonly runtime: Runtime;
  /** Reads a file (`-`: standard input), at most what a token has. */
  readToken(file: string): Promise<string>;
  /** The same world, in which HTTPS servers are known by the authorities in this PEM file and by no others. */
  trusting(file: string): Promise<Runtime>;
  /** Writes a file with mode 0600 into its place, or into a fresh folder of the job (null); returns its full path. */
  writePrivate(file: string | null, text: string): Promise<string>;
}

interface Inputs {
  readonly audience: string;
  readonly exchange: (typeof EXCHANGES)[number];
  readonly gateway: string | null;
  readonly gatewayCa: string | null;
  readonly resources: readonly string[];
  readonly endpoint: string | null;
  readonly targets: { readonly audiences: readonly string[]; readonly resources: readonly string[]; readonly scope: string | null; readonly clientId: string | null };
  readonly deliver: (typeof DELIVERIES)[number];
  readonly file: string | null;
  readonly subjectFile: string | null;
  readonly subjectType: SubjectTokenType;
}

interface Obtained {
  readonly secret: string;
  readonly expiresAt: number | null;
  readonly sessionId?: string;
}

/** Gets, shows, exchanges and hands on; returns the exit code. Throws GateError. */
export async function oidcToken(raw: RawInputs, deps: OidcTokenDeps): Promise<number> {
  const inputs = parseInputs(raw, deps.host);
  const { host } = deps;
  const token = await subjectToken(inputs, deps);
  hide(token, host);
  const claims = await show(token, inputs, deps);
  const obtained = await exchanged(token, claims, inputs, deps);
  if (inputs.deliver === 'output') host.secretOutput('token', obtained.secret);
  const path = inputs.deliver === 'output' ? '' : await deps.writePrivate(inputs.file, obtained.secret);
  host.output('token-file', path);
  host.output('session-id', obtained.sessionId ?? '');
  host.output('subject', typeof claims['sub'] === 'string' ? claims['sub'] : '');
  host.output('expires-at', obtained.expiresAt === null ? '' : new Date(obtained.expiresAt).toISOString());
  host.log.info(path === '' ? 'it is the masked output `token` of this step' : `it is in \`${path}\`, which only this user can read`);
  return 0;
}

function subjectToken({ audience, subjectFile }: Inputs, { host, readToken }: OidcTokenDeps): Promise<string> {
  if (subjectFile !== null) return readToken(subjectFile);
  if (host.kind !== 'shell') return host.idToken(audience);
  throw new GateError('IDENTITY_UNTRUSTED', 'this is neither a GitHub nor a GitLab job, so there is no token to be had', { hint: 'name the file that holds one with `--subject-token-file` (`-`: standard input)' });
}

function parseInputs(raw: RawInputs, host: Host): Inputs {
  const text = (name: string): string | null => textInput(raw, oidcTokenSpec, name) ?? null;
  const exchange = choiceInput(raw, oidcTokenSpec, { name: 'exchange', choices: EXCHANGES }) ?? 'none';
  const deliver = choiceInput(raw, oidcTokenSpec, { name: 'deliver', choices: DELIVERIES }) ?? 'file';
  const inputs: Inputs = {
    audience: text('audience') ?? 'ostiary', exchange, gateway: text('gateway'), gatewayCa: text('gateway-ca'), resources: listInput(raw, 'resource'), endpoint: text('token-endpoint'),
    targets: { audiences: listInput(raw, 'target-audience'), resources: listInput(raw, 'target-resource'), scope: text('scope'), clientId: text('client-id') },
    deliver, file: text('file'), subjectFile: text('subject-token-file'),
    subjectType: choiceInput(raw, oidcTokenSpec, { name: 'subject-token-type', choices: TOKEN_TYPES }) ?? 'jwt',
  };
  if (deliver === 'output' && host.kind !== 'github') {
    throw new GateError('INPUT_INVALID', 'input `deliver` is `output`, which can be masked on GitHub only', { hint: "write `deliver: file`: what a GitLab job hands on as an output lies in a report that others may download" });
  }
  checkTogether(inputs);
  return inputs;
}

// An input that nothing reads is a misunderstanding; better said than ignored.
function checkTogether(inputs: Inputs): void {
  const { exchange, targets } = inputs;
  const given: readonly (readonly [string, boolean, Inputs['exchange']])[] = [
    ['gateway', inputs.gateway !== null, 'gateway'], ['gateway-ca', inputs.gatewayCa !== null, 'gateway'], ['resource', inputs.resources.length > 0, 'gateway'], ['token-endpoint', inputs.endpoint !== null, 'rfc8693'],
    ['target-audience', targets.audiences.length > 0, 'rfc8693'], ['target-resource', targets.resources.length > 0, 'rfc8693'], ['scope', targets.scope !== null, 'rfc8693'], ['client-id', targets.clientId !== null, 'rfc8693'],
  ];
  const idle = given.find(([, isGiven, needs]) => isGiven && needs !== exchange);
  if (idle !== undefined) throw new GateError('INPUT_INVALID', `input \`${idle[0]}\` is given, and \`exchange\` is \`${exchange}\``, { hint: `write \`exchange: ${idle[2]}\`, or leave \`${idle[0]}\` out` });
  if (exchange === 'gateway' && inputs.gateway === null) throw new GateError('INPUT_INVALID', 'input `gateway` is missing', { hint: '`exchange: gateway` needs the address of one: `gateway: https://HOST`' });
  if (exchange === 'rfc8693' && inputs.endpoint === null) throw new GateError('INPUT_INVALID', 'input `token-endpoint` is missing', { hint: '`exchange: rfc8693` needs the address of one: `token-endpoint: https://HOST/oauth/token`' });
  if (inputs.deliver === 'output' && inputs.file !== null) throw new GateError('INPUT_INVALID', 'input `file` is given, and `deliver` is `output`', { hint: 'leave one of them out' });
  if (inputs.subjectType === 'saml2' && exchange === 'none') throw new GateError('INPUT_INVALID', 'input `subject-token-type` is `saml2`, and `exchange` is `none`', { hint: 'an assertion can only be exchanged: write `exchange: gateway` or `exchange: rfc8693`' });
}

// The whole, and the part without which the rest is worth nothing: somebody may print the parts one by one.
function hide(secret: string, host: Host): void {
  host.addMask(secret);
  if (unverifiedClaims(secret) !== null) host.addMask(signatureOf(secret));
}

async function show(token: string, inputs: Inputs, { host, runtime }: OidcTokenDeps): Promise<UnverifiedClaims> {
  if (inputs.subjectType === 'saml2') {
    host.log.info('an assertion is shown by whoever verifies it');
    return {};
  }
  const claims = unverifiedClaims(token);
  if (claims === null) throw new GateError('IDENTITY_UNTRUSTED', 'what was given is not a signed token', { hint: 'give the token as it was issued, nothing before or after it' });
  await host.group(`OIDC token for \`${inputs.audience}\``, async () => {
    for (const line of claimTable(claims)) host.log.info(line);
  });
  checkOwnToken(claims, { audience: inputs.audience, kind: host.kind === 'shell' || inputs.subjectFile !== null ? 'oidc' : host.kind, now: runtime.now() });
  return claims;
}

async function exchanged(token: string, claims: UnverifiedClaims, inputs: Inputs, { host, runtime, trusting }: OidcTokenDeps): Promise<Obtained> {
  const subject = { token, type: inputs.subjectType, resources: inputs.resources };
  switch (inputs.exchange) {
    case 'none':
      return { secret: token, expiresAt: typeof claims['exp'] === 'number' ? claims['exp'] * 1000 : null };
    case 'gateway': {
      const session = await openSession(gatewayAt(inputs.gateway ?? '', runtime), subject, inputs.gatewayCa === null ? runtime : await trusting(inputs.gatewayCa));
      host.addMask(session.credential);
      const names = session.principal['names'];
      host.log.info(`session \`${session.id}\`${Array.isArray(names) && names.length > 0 ? ` as \`${names.join('`, `')}\`` : ''}, for ${session.resources.map(({ name, host: at, port }) => `\`${name}\` at ${at}:${port}`).join(', ') || 'no resource'}`);
      host.log.info(`it ends at ${new Date(session.expiresAt).toISOString()}: what could renew it ends with this step; \`ostiary run --gateway\` renews`);
      return { secret: session.credential, expiresAt: session.expiresAt, sessionId: session.id };
    }
    case 'rfc8693': {
      const answer = await exchangeToken({ endpoint: inputs.endpoint ?? '', subjectToken: token, subjectTokenType: inputs.subjectType, ...inputs.targets }, runtime);
      hide(answer.token, host);
      host.log.info(`exchanged for a token of type \`${answer.tokenType}\``);
      return { secret: answer.token, expiresAt: answer.expiresAt };
    }
    default:
      return inputs.exchange satisfies never;
  }
}
