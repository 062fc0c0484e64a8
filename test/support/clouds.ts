// SPDX-License-Identifier: Apache-2.0
//
// AWS (STS, Secrets Manager), Google Cloud (STS, IAM Credentials, Secret Manager) and Azure (Entra ID, Key Vault) as their published APIs
// have them, for the calls that we use, behind `fetch`: the SDKs write their real addresses. Tokens are checked by a real JWKS. Strict: a
// request that the documents do not have is refused.
// @see https://docs.aws.amazon.com/STS/latest/APIReference/ @see https://docs.cloud.google.com/iam/docs/reference/sts/rest/v1/TopLevel/token
// @see https://learn.microsoft.com/rest/api/keyvault/secrets/get-secret/get-secret
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import type { OidcIssuer } from './oidc-issuer.js';

/** What stands in front of a host, once for each entry. `down` fails as a network does, `hang` never answers. */
export type CloudFault = 'down' | 'hang' | { readonly status: number; readonly body: string; readonly headers?: Readonly<Record<string, string>> };

export interface Clouds {
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  /** `METHOD https://host/path` of every request. */
  readonly calls: string[];
  /** By host. */
  readonly faults: Map<string, CloudFault[]>;
  /** The secret that each cloud keeps. */
  secret: string;
  /** Everything that was handed out beside it. */
  readonly handed: string[];
}

export const TENANT = '11111111-2222-3333-4444-555555555555';
export const ROLE_ARN = 'arn:aws:iam::123456789012:role/ostiary';
export const PROVIDER = 'projects/12345/locations/global/workloadIdentityPools/ci/providers/github';
const AWS_SECRET = 'aws/secret/access/key/of/the/role/0000000';
const AWS_SESSION = 'aws-session-token-of-the-role-'.repeat(8);

/** All of them, before one issuer. */
export function cloudsBefore(issuer: OidcIssuer): Clouds {
  const calls: string[] = [];
  const faults = new Map<string, CloudFault[]>();
  const check = async (token: string | null, audience: string): Promise<boolean> => {
    const keys: JSONWebKeySet = { keys: [issuer.key.jwk] };
    return jwtVerify(token ?? '', createLocalJWKSet(keys), { issuer: issuer.issuer, audience }).then(() => true, () => false);
  };
  const json = (body: object, status = 200, headers: Record<string, string> = {}): Response => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
  const clouds: Clouds = {
    calls, faults, secret: 'app:cloud-s3cret-value', handed: [],
    async fetch(url, init = {}) {
      const { host, pathname, searchParams } = new URL(url);
      const method = init.method ?? 'GET';
      calls.push(`${method} https://${host}${pathname}`);
      const fault = faults.get(host)?.shift();
      if (fault === 'down') throw new TypeError('fetch failed', { cause: new Error(`connect ECONNREFUSED ${host}`) });
      if (fault === 'hang') return new Promise((_resolve, reject) => init.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error)));
      if (fault !== undefined) return new Response(fault.body, { status: fault.status, headers: fault.headers ?? { 'content-type': 'application/json' } });
      const headers = new Headers(init.headers);
      const text = init.body === undefined || init.body === null ? '' : Buffer.from(init.body as Uint8Array).toString('utf8');
      const form = new URLSearchParams(text);
      if (init.redirect !== 'manual') throw new Error('redirects have to be refused');
      switch (`${method} ${host}`) {
        case 'POST sts.eu-central-1.amazonaws.com':
          return assumeRole(form, await check(form.get('WebIdentityToken'), 'sts.amazonaws.com'));
        case 'POST secretsmanager.eu-central-1.amazonaws.com':
          return getSecretValue(headers, JSON.parse(text) as Record<string, unknown>);
        case 'POST sts.googleapis.com': {
          const wanted = { grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange', audience: `//iam.googleapis.com/${PROVIDER}`, requested_token_type: 'urn:ietf:params:oauth:token-type:access_token', subject_token_type: 'urn:ietf:params:oauth:token-type:jwt' };
          if (pathname !== '/v1/token' || Object.entries(wanted).some(([name, value]) => form.get(name) !== value)) return json({ error: 'invalid_request' }, 400);
          if (!(await check(form.get('subject_token'), `https://iam.googleapis.com/${PROVIDER}`))) return json({ error: 'invalid_grant', error_description: 'The audience in ID Token does not match the expected audience.' }, 400);
          return json({ access_token: hand('ya29.federated-token-of-google'), issued_token_type: 'urn:ietf:params:oauth:token-type:access_token', token_type: 'Bearer', expires_in: 3600 });
        }
        case 'POST iamcredentials.googleapis.com':
          if (pathname !== '/v1/projects/-/serviceAccounts/gate@shop.iam.gserviceaccount.com:generateAccessToken' || headers.get('authorization') !== 'Bearer ya29.federated-token-of-google') return json({ error: { code: 403, message: 'Permission denied', status: 'PERMISSION_DENIED' } }, 403);
          return json({ accessToken: hand('ya29.acting-token-of-google'), expireTime: new Date(Date.now() + 3_600_000).toISOString() });
        case 'GET secretmanager.googleapis.com':
          if (headers.get('authorization')?.startsWith('Bearer ya29.') !== true) return json({ error: { code: 401, message: 'no token', status: 'UNAUTHENTICATED' } }, 401);
          if (pathname !== '/v1/projects/shop/secrets/orders/versions/latest:access') return json({ error: { code: 404, message: `Secret [${pathname}] not found`, status: 'NOT_FOUND' } }, 404);
          return json({ name: 'projects/12345/secrets/orders/versions/3', payload: { data: Buffer.from(clouds.secret).toString('base64'), dataCrc32c: '1' } });
        case 'GET login.microsoftonline.com':
          return pathname === `/${TENANT}/v2.0/.well-known/openid-configuration` ? json(discovery()) : json({ error: 'not found' }, 404);
        case 'POST login.microsoftonline.com': {
          const wanted = { grant_type: 'client_credentials', client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer', client_id: '99999999-2222-3333-4444-555555555555', scope: 'https://vault.azure.net/.default' };
          if (pathname !== `/${TENANT}/oauth2/v2.0/token` || Object.entries(wanted).some(([name, value]) => form.get(name)?.split(' ')[0] !== value)) return json({ error: 'invalid_request', error_description: 'AADSTS900144: the request body is wrong' }, 400);
          if (!(await check(form.get('client_assertion'), 'api://AzureADTokenExchange'))) return json({ error: 'invalid_client', error_description: `AADSTS700213: No matching federated identity record found. ${form.get('client_assertion') ?? ''}`, error_codes: [700213] }, 401);
          return json({ token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token: hand('entra-access-token-of-azure-000000000000') });
        }
        case 'GET acme.vault.azure.net':
          if (headers.get('authorization') !== 'Bearer entra-access-token-of-azure-000000000000') return json({ error: { code: 'Unauthorized', message: 'AKV10000: Request is missing a Bearer or PoP token.' } }, 401, { 'www-authenticate': `Bearer authorization="https://login.microsoftonline.com/${TENANT}", resource="https://vault.azure.net"` });
          if (searchParams.get('api-version') === null || !/^\/secrets\/orders\/?$/u.test(pathname)) return json({ error: { code: 'SecretNotFound', message: `A secret with (name/id) ${pathname} was not found in this key vault.` } }, 404);
          return json({ value: clouds.secret, id: 'https://acme.vault.azure.net/secrets/orders/5f7d', attributes: { enabled: true, created: 1, updated: 1, recoveryLevel: 'Recoverable' } });
        default:
          throw new Error(`nobody may ask ${method} ${url}`);
      }
    },
  };
  const hand = (token: string): string => {
    clouds.handed.push(token);
    return token;
  };

  const assumeRole = (form: URLSearchParams, trusted: boolean): Response => {
    const xml = (body: string, status = 200): Response => new Response(`<?xml version="1.0"?>\n${body}`, { status, headers: { 'content-type': 'text/xml' } });
    const error = (code: string, message: string, status: number): Response => xml(`<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>1</RequestId></ErrorResponse>`, status);
    if (form.get('Action') !== 'AssumeRoleWithWebIdentity' || form.get('Version') !== '2011-06-15') return error('InvalidAction', 'no such action', 400);
    if (!trusted) return error('InvalidIdentityToken', `Incorrect token audience ${form.get('WebIdentityToken') ?? ''}`, 400);
    if (form.get('RoleArn') !== ROLE_ARN || !/^[\w+=,.@-]{2,64}$/u.test(form.get('RoleSessionName') ?? '') || Number(form.get('DurationSeconds')) < 900) return error('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity', 403);
    hand(AWS_SECRET);
    hand(AWS_SESSION);
    return xml(`<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleWithWebIdentityResult><SubjectFromWebIdentityToken>x</SubjectFromWebIdentityToken><Audience>sts.amazonaws.com</Audience><AssumedRoleUser><Arn>arn:aws:sts::123456789012:assumed-role/ostiary/ostiary</Arn><AssumedRoleId>AROA:ostiary</AssumedRoleId></AssumedRoleUser><Credentials><SessionToken>${AWS_SESSION}</SessionToken><SecretAccessKey>${AWS_SECRET}</SecretAccessKey><Expiration>${new Date(Date.now() + 900_000).toISOString()}</Expiration><AccessKeyId>ASIAOSTIARY</AccessKeyId></Credentials><Provider>x</Provider></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>`);
  };

  const getSecretValue = (headers: Headers, body: Record<string, unknown>): Response => {
    const error = (type: string, message: string): Response => json({ __type: type, Message: message }, 400, { 'content-type': 'application/x-amz-json-1.1' });
    const signed = /^AWS4-HMAC-SHA256 Credential=ASIAOSTIARY\/\d{8}\/eu-central-1\/secretsmanager\/aws4_request, SignedHeaders=[\w;-]*host[\w;-]*, Signature=[0-9a-f]{64}$/u.test(headers.get('authorization') ?? '');
    if (!signed || headers.get('x-amz-security-token') !== AWS_SESSION) return error('UnrecognizedClientException', 'The security token included in the request is invalid.');
    if (headers.get('x-amz-target') !== 'secretsmanager.GetSecretValue') return error('UnknownOperationException', 'no');
    if (body['SecretId'] !== 'prod/orders') return error('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
    return json({ ARN: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:prod/orders-AbCdEf', Name: 'prod/orders', VersionId: 'v', SecretString: clouds.secret, VersionStages: ['AWSCURRENT'], CreatedDate: 1.7e9 }, 200, { 'content-type': 'application/x-amz-json-1.1' });
  };

  const discovery = (): object => ({
    token_endpoint: `https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token`, issuer: `https://login.microsoftonline.com/${TENANT}/v2.0`, authorization_endpoint: `https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/authorize`,
    jwks_uri: `https://login.microsoftonline.com/${TENANT}/discovery/v2.0/keys`, tenant_region_scope: 'EU', cloud_instance_name: 'microsoftonline.com', end_session_endpoint: `https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/logout`,
  });
  return clouds;
}
