// SPDX-License-Identifier: Apache-2.0
//
// Machines that a server in front hands requests on to, passwords and cookies included: nginx, Apache, HAProxy, Caddy, Traefik, Envoy. Told is one that the file did not name
// before and that is not beside it. Refuses to look up names: what `backend` is the network of the server says.
import { foldedPath } from './folded-paths.js';
import type { FileSides, Finding } from './model.js';
import { APACHE, CADDY, FILLED_IN, HAPROXY, NGINX } from './servers.js';

interface Passing {
  /** Tried on folded paths, so in lower case. */
  readonly name: RegExp;
  /** What such a file has in it, where the name alone does not tell. */
  readonly holds?: RegExp;
  /** Only where the file was there before: the first address of all is none that changed. */
  readonly since?: boolean;
  /** Group 1 is the host. */
  readonly target: RegExp;
}

const PASSINGS: readonly Passing[] = [
  // Hits `proxy_pass http://a.example/x;`, `server 10.0.0.1:80;` of an upstream, `set $b https://a.example;`.
  { name: NGINX, target: /(?:\b(?:proxy|fastcgi|grpc|uwsgi|scgi|memcached)_pass\s+["']?(?:[a-z+]+:\/\/)?|^\s*server\s+(?!\{)|\bset\s+\$\w+\s+["']?https?:\/\/)([^\s;/:$"'{]+)/gu },
  { name: APACHE, target: /(?:\bProxyPass(?:Match|Reverse)?\s+(?:"[^"]*"\s+|\S+\s+)?|\bBalancerMember\s+|\bRewriteRule\s+\S+\s+)"?(?:https?|wss?|ajp|fcgi|h2c?):\/\/([^\s/:"$%]+)/giu },
  { name: HAPROXY, target: /^\s*server\s+\S+\s+(?:\w+@)?([^\s:/]+)/gu },
  { name: CADDY, target: /\b(?:reverse_proxy|php_fastcgi|forward_auth|to)\s+(?:[/*@]\S*\s+)?(?:[a-z0-9+]+:\/\/)?([\w.-]+)/gu },
  { name: /\.(?:ya?ml|toml)$/u, holds: /\bloadBalancer\s*:|\bhttp\.services\./u, target: /\b(?:url|address)\s*[:=]\s*["']?(?:https?|h2c|tcp):\/\/([^\s/:"'{$]+)/giu },
  // What programs connect to, by the address in their settings. Hits `url: jdbc:postgresql://db.example/x`, `DB_HOST: db.example`.
  { name: /(?:^|\/)(?:application|appsettings|bootstrap)[\w.-]*\.(?:properties|ya?ml|json)$|\.ya?ml$/u, since: true, target: /(?:\b(?:jdbc:)?(?:postgres(?:ql)?|mysql|mariadb|sqlserver|oracle:thin|mongodb(?:\+srv)?|rediss?|amqps?)(?::@)?:\/\/(?:[^@/\s"']*@)?|\b\w*(?:DB|DATABASE|POSTGRES|MYSQL|REDIS|MONGO|KAFKA)_?(?:HOST|SERVERS?)["']?\s*[:=]\s*["']?)([\w.-]*[\w])/gu },
  { name: /envoy[\w.-]*\.ya?ml$|(?:^|\/)envoy\//u, target: /\baddress\s*:\s*["']?([\w.-]+\.[\w-]+)/gu },
];

// The machine itself, its containers, names of its own network. Hits `backend`, `127.0.0.1`, `api.shop.svc.cluster.local`; misses `a.example`.
const NEAR = /^(?:unix|localhost|127\.[\d.]+|0\.0\.0\.0|\[?::1?\]?|[\w-]+|[\w.-]+\.(?:local|localhost|internal|test|svc))$/iu;

/** The first machine that a changed file begins to hand requests on to. */
export function upstreamFindings({ change, head, base }: FileSides): readonly Finding[] {
  if (change.status === 'deleted' || change.added.length === 0) return [];
  const path = foldedPath(change.path).replace(FILLED_IN, '');
  return PASSINGS.filter(({ name, holds, since }) => name.test(path) && (since !== true || change.status === 'modified' || change.status === 'renamed') && (holds === undefined || holds.test(head ?? ''))).flatMap(({ target }) => {
    const known = new Set([...(base ?? '').split('\n'), ...change.removed.map(({ text }) => text)].flatMap((text) => hostsIn(text, target)));
    const found = change.added.find(({ text }) => !/^\s*(?:#|\/\/)/u.test(text) && hostsIn(text, target).some((host) => !NEAR.test(host) && !known.has(host)));
    return found === undefined ? [] : [{ line: found.line, id: 'code.connection', detail: 'requests are handed on to another machine, with what they carry' }];
  }).slice(0, 1);
}

function hostsIn(text: string, target: RegExp): readonly string[] {
  return [...text.slice(0, 2_000).matchAll(target)].map(([, host = '']) => host.toLowerCase());
}
