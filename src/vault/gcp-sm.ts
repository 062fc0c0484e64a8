// SPDX-License-Identifier: Apache-2.0
//
// `gcp-sm:projects/P/secrets/S[/versions/V][#FIELD]`: a secret of Google Cloud, by workload identity federation: the token is exchanged, the
// account is acted as, the secret is read. By Google's published APIs and not by its SDK, whose token exchange takes no HTTP but its own,
// with the proxy of the environment (docs/adr/0002-dependencies.md). Refuses files and metadata servers as sources of credentials.
// @see https://docs.cloud.google.com/iam/docs/reference/sts/rest/v1/TopLevel/token
// @see https://docs.cloud.google.com/secret-manager/docs/reference/rest/v1/projects.secrets.versions/access
import type { GateError } from '../core/errors.js';
import type { GcpVault } from '../core/vaults.js';
import { asObject, objectIn, unavailable, wordsOf } from './answers.js';
import { carrierTo, jsonOf, roadFailure, tokenFor, type Carrier } from './pinned-http.js';
import { credentialInText } from './fields.js';
import { lasting, plainSource, type Asked, type SecretSource, type VaultWorld } from './source.js';

const STS = 'https://sts.googleapis.com';
const ACTING = 'https://iamcredentials.googleapis.com';
const SCOPE = 'https://www.googleapis.com/auth/cloud-platform';
/** Longer than reading one secret takes. */
const ACTING_SECONDS = 300;

/** A source that asks for the latest version each time, unless the reference names one. */
export function secretManagerSource(settings: GcpVault, asked: Asked, world: VaultWorld): SecretSource {
  return plainSource(async () => {
    const { reference, rest, field, target } = asked;
    const carrier = await carrierTo([STS, ACTING, settings.address], settings, world);
    const bearer = await accessToken(settings, { reference, carrier, world });
    const name = rest.includes('/versions/') ? rest : `${rest}/versions/latest`;
    const answer = await ask({ url: `${settings.address}/v1/${name}:access`, bearer }, { reference, carrier, settings });
    const data = asObject(answer['payload'])?.['data'];
    if (typeof data !== 'string') throw unavailable(reference, 'Secret Manager answers without a payload', 'is the version enabled?');
    return lasting(credentialInText(Buffer.from(data, 'base64').toString('utf8'), { reference, field, urlUser: target.user }));
  });
}

interface Way {
  readonly reference: string;
  readonly carrier: Carrier;
}

// A token of Google for ours, and then one of the account that the identity may act as.
async function accessToken(settings: GcpVault, { reference, carrier, world }: Way & { world: VaultWorld }): Promise<string> {
  const token = await tokenFor(settings, reference, world);
  const form = new URLSearchParams({
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange', audience: `//iam.googleapis.com/${settings.provider}`, scope: SCOPE,
    requested_token_type: 'urn:ietf:params:oauth:token-type:access_token', subject_token_type: 'urn:ietf:params:oauth:token-type:jwt', subject_token: token,
  });
  const way = { reference, carrier, settings, secrets: [token] };
  const federated = tokenIn(await ask({ url: `${STS}/v1/token`, form }, way), 'access_token', { reference, world });
  if (settings.serviceAccount === null) return federated;
  const url = `${ACTING}/v1/projects/-/serviceAccounts/${settings.serviceAccount}:generateAccessToken`;
  return tokenIn(await ask({ url, bearer: federated, json: { scope: [SCOPE], lifetime: `${ACTING_SECONDS}s` } }, way), 'accessToken', { reference, world });
}

function tokenIn(answer: Readonly<Record<string, unknown>>, name: string, { reference, world }: { reference: string; world: VaultWorld }): string {
  const token = answer[name];
  if (typeof token !== 'string' || token === '') throw unavailable(reference, 'Google Cloud answers without a token', 'run again');
  world.mask(token);
  return token;
}

interface Question {
  readonly url: string;
  readonly bearer?: string;
  readonly form?: URLSearchParams;
  readonly json?: object;
}

async function ask({ url, bearer, form, json }: Question, way: Way & { settings: GcpVault; secrets?: readonly string[] }): Promise<Readonly<Record<string, unknown>>> {
  const { reference, carrier } = way;
  const secrets = [...(way.secrets ?? []), ...(bearer === undefined ? [] : [bearer])];
  const body = form?.toString() ?? (json === undefined ? undefined : JSON.stringify(json));
  const headers = {
    accept: 'application/json', ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
    ...(body === undefined ? {} : { 'content-type': form === undefined ? 'application/json' : 'application/x-www-form-urlencoded' }),
  };
  try {
    const response = await carrier.carry({ url, method: body === undefined ? 'GET' : 'POST', headers, body });
    if (response.ok) return await jsonOf(response, reference, 'Google Cloud');
    throw refusal({ status: response.status, text: await response.text(), host: new URL(url).host }, { ...way, secrets });
  } catch (thrown) {
    throw roadFailure(reference, thrown, secrets);
  }
}

function refusal({ status, text, host }: { status: number; text: string; host: string }, { reference, settings, secrets }: Way & { settings: GcpVault; secrets: readonly string[] }): GateError {
  const answer = objectIn(text);
  const inner = asObject(answer?.['error']);
  const said = inner?.['message'] ?? answer?.['error_description'] ?? answer?.['error'];
  const { provider, serviceAccount, audience, name } = settings;
  const hint = host === new URL(STS).host ? `check \`provider\` of \`vaults.${name}\`, the provider's allowed audiences (\`${audience}\`) and its attribute condition`
    : host === new URL(ACTING).host ? `give the identity the role roles/iam.workloadIdentityUser on \`${serviceAccount ?? ''}\``
    : `give \`${serviceAccount ?? provider}\` the role roles/secretmanager.secretAccessor on that secret; the audience is \`${audience}\``;
  return unavailable(reference, `\`${host}\` answers with status ${status}${typeof said === 'string' ? `: ${wordsOf(said, secrets)}` : ''}`, hint);
}
