// SPDX-License-Identifier: Apache-2.0
//
// A role of AWS for a quarter of an hour, by web identity. Refuses AWS's own search for credentials (environment, files, instance
// metadata): what the policy says is all there is.
// @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
import { fromWebToken } from '@aws-sdk/credential-provider-web-identity';
import type { AwsVault } from '../core/vaults.js';
import { carrierTo, sdkFailure, tokenFor, type Carrier } from './pinned-http.js';
import type { Asked, VaultWorld } from './source.js';

/** The shortest that STS gives. */
const ROLE_SECONDS = 900;

/** Keys of a role, for a while. */
export interface RoleKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

/** Our HTTP as AWS's SDK wants it, the part of its HttpHandler that its clients call. */
export interface AwsHandler {
  handle(request: AwsRequest): Promise<{ response: { statusCode: number; headers: Record<string, string>; body: Uint8Array } }>;
  destroy(): void;
  updateHttpClientConfig(): void;
  httpHandlerConfigs(): Record<string, never>;
}

interface AwsRequest {
  readonly method: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number | undefined;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | readonly string[] | null>> | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What every client of AWS is configured with: nothing is left for it to look up elsewhere. */
export function awsClient(settings: Pick<AwsVault, 'region'>, endpoint: string, carrier: Carrier): { region: string; endpoint: string; requestHandler: AwsHandler; maxAttempts: number; useFipsEndpoint: boolean; useDualstackEndpoint: boolean; retryMode: string; defaultsMode: 'standard'; userAgentAppId: string } {
  return { region: settings.region, endpoint, requestHandler: handlerOver(carrier), maxAttempts: 1, useFipsEndpoint: false, useDualstackEndpoint: false, retryMode: 'standard', defaultsMode: 'standard', userAgentAppId: 'ostiary' };
}

/** Keys of the vault's role, with everything secret of them masked. */
export async function assumeRole(settings: AwsVault, { reference }: Asked, world: VaultWorld): Promise<RoleKeys> {
  const token = await tokenFor(settings, reference, world);
  const carrier = await carrierTo([settings.login], settings, world);
  try {
    const keys = await fromWebToken({
      roleArn: settings.roleArn, webIdentityToken: token, roleSessionName: 'ostiary', durationSeconds: ROLE_SECONDS,
      clientConfig: awsClient(settings, settings.login, carrier),
    })();
    for (const secret of [keys.secretAccessKey, keys.sessionToken ?? '']) if (secret !== '') world.mask(secret);
    return keys;
  } catch (thrown) {
    throw sdkFailure(reference, thrown, { carrier, secrets: [token], hint: `check \`role_arn\` of \`vaults.${settings.name}\`, its trust policy (audience \`${settings.audience}\`, conditions on the subject), and that the account knows the issuer` });
  }
}

function handlerOver(carrier: Carrier): AwsHandler {
  return {
    async handle({ method, protocol, hostname, port, path, query, headers, body }) {
      const url = new URL(`${protocol}//${hostname}${port === undefined ? '' : `:${port}`}${path}`);
      for (const [name, value] of Object.entries(query ?? {})) for (const one of [value ?? ''].flat()) url.searchParams.append(name, one);
      const response = await carrier.carry({ url: url.href, method, headers: without(headers, ['host', 'content-length']), body: bodyOf(body) });
      return { response: { statusCode: response.status, headers: Object.fromEntries(response.headers), body: new Uint8Array(await response.arrayBuffer()) } };
    },
    destroy: () => undefined,
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
  };
}

/** Headers without those that the road sets itself. */
export function without(headers: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name.toLowerCase())));
}

function bodyOf(body: unknown): string | Uint8Array | undefined {
  return typeof body === 'string' || body instanceof Uint8Array ? body : undefined;
}
