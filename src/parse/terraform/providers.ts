// SPDX-License-Identifier: Apache-2.0
//
// Providers that a plan works with and nothing in its state came from: each is a program that runs with the rights of whoever plans. Refuses to take a name for its
// maker: those of Terraform's and OpenTofu's own are known by their whole address.
// @see https://developer.hashicorp.com/terraform/internals/json-format#state-representation
import type { Code } from './plan.js';

// Hits `registry.terraform.io/hashicorp/aws`, `terraform.io/builtin/terraform`; misses `registry.terraform.io/hashic0rp/aws`, `x.example/hashicorp/aws`.
const OWN = /^(?:registry\.(?:terraform\.io|opentofu\.org)\/(?:hashicorp|opentofu)|terraform\.io\/builtin|registry\.terraform\.io\/-)\//u;
/** Modules inside each other that are looked into. */
const MAX_DEPTH = 20;

interface Named {
  readonly address?: unknown;
  readonly provider_name?: unknown;
}

interface StateModule {
  readonly resources?: unknown;
  readonly child_modules?: unknown;
}

/** What of a plan names providers. */
export interface WithProviders {
  readonly resource_changes?: unknown;
  readonly prior_state?: { readonly values?: { readonly root_module?: StateModule } };
  readonly configuration?: { readonly provider_config?: unknown };
}

/** New providers of other makers, each with the first resource that comes from it. */
export function newProviders(plan: WithProviders): readonly Code[] {
  const known = new Set(inState(plan.prior_state?.values?.root_module, 0));
  const changes = items(plan.resource_changes).map((one): readonly [string, string] => [String((one as Named)?.provider_name ?? ''), String((one as Named)?.address ?? '?')]);
  const configs = typeof plan.configuration?.provider_config === 'object' && plan.configuration.provider_config !== null ? Object.values(plan.configuration.provider_config as Readonly<Record<string, { readonly full_name?: unknown }>>) : [];
  const named = new Map([...configs.map((one): readonly [string, string] => [String(one?.full_name ?? ''), String(one?.full_name ?? '')]), ...changes.reverse()]);
  return [...named].filter(([name]) => name.includes('/') && !OWN.test(name) && !known.has(name)).map(([name, address]) => ({ address, type: `provider ${name}`, why: `\`${name.slice(0, 200)}\` is a provider that nothing in the state came from: its program runs with the rights of whoever plans` }));
}

function inState(module: StateModule | undefined, depth: number): readonly string[] {
  if (module === undefined || module === null || depth > MAX_DEPTH) return [];
  return [...items(module.resources).map((one) => String((one as Named)?.provider_name ?? '')), ...items(module.child_modules).flatMap((child) => inState(child as StateModule, depth + 1))];
}

function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? [...(value as readonly unknown[])] : [];
}
