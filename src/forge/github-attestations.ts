// SPDX-License-Identifier: Apache-2.0
//
// GitHub's store of attestations: whether a repository is public, which decides who may see what is signed about it, and keeping a bundle
// under it. Refuses to sign anything, and to say of a failure less than which permission it takes.
// @see https://docs.github.com/rest/repos/attestations
import type { Octokit } from '@octokit/rest';
import { Answer } from './answer.js';
import { asked, githubClient, type GitHubClientOptions } from './github-client.js';

/** Attestations of one repository, `acme/shop`. */
export class GitHubAttestations {
  readonly #options: GitHubClientOptions;
  readonly #place: { readonly owner: string; readonly repo: string };
  #client: Promise<Octokit> | null = null;

  constructor(options: GitHubClientOptions, repository: string) {
    const [owner = '', repo = ''] = repository.split('/');
    this.#options = options;
    this.#place = { owner, repo };
  }

  /** Whether everybody can see the repository. Throws FORGE_FAILED. */
  async isPublic(): Promise<boolean> {
    const wanted = { what: `the repository ${this.#name()}`, permission: 'metadata: read' };
    const { data } = await asked(wanted, async () => (await this.#octokit()).rest.repos.get(this.#place));
    return data.visibility === 'public';
  }

  /** Keeps a bundle; returns its id. Throws FORGE_FAILED. */
  async keep(bundle: object): Promise<string> {
    const wanted = { what: `the attestation for ${this.#name()}`, permission: 'attestations: write', absent: 'this server keeps no attestations, or the token can not see the repository' };
    const { data } = await asked(wanted, async () => (await this.#octokit()).rest.repos.createAttestation({ ...this.#place, bundle: bundle as Record<string, never> }));
    return String(new Answer(data, wanted.what).number('id'));
  }

  #name(): string {
    return `${this.#place.owner}/${this.#place.repo}`;
  }

  #octokit(): Promise<Octokit> {
    return (this.#client ??= githubClient(this.#options));
  }
}
