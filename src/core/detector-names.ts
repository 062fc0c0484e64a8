// SPDX-License-Identifier: Apache-2.0
//
// Names of the content detectors, which a policy may use in `content:NAME`. Here, because policy and mask must agree and do not know each
// other; a test compares the list with the detectors themselves.

/** Personal data: looked for where a policy names it. */
export const PERSONAL_DETECTORS = [
  'card', 'iban', 'email', 'phone', 'us-ssn', 'us-itin', 'es-nif', 'se-personnummer', 'pl-pesel', 'tr-national-id', 'uk-nhs', 'in-aadhaar', 'kr-rrn',
  'za-id-number', 'ca-sin', 'au-tfn', 'br-cpf', 'fr-nir',
] as const;

/** Secrets: always looked for. */
export const SECRET_DETECTORS = [
  'private-key', 'github-token', 'gitlab-token', 'slack-token', 'anthropic-token', 'openai-token', 'cloud-key', 'jwt', '1password-secret-key',
  '1password-service-account-token', 'adobe-client-secret', 'airtable-personal-access-token', 'alibaba-access-key-id', 'artifactory-api-key',
  'artifactory-reference-token', 'atlassian-api-token', 'authress-access-key', 'clickhouse-cloud-key', 'clojars-token', 'cloudflare-token',
  'cloudflare-origin-ca-key', 'databricks-token', 'defined-networking-token', 'digitalocean-token', 'discord-token', 'docker-token', 'doppler-token',
  'dropbox-token', 'duffel-token', 'dynatrace-token', 'easypost-token', 'facebook-access-token', 'facebook-app-token', 'flutterwave-key',
  'figma-token', 'fly-token', 'frameio-token', 'grafana-api-key', 'grafana-cloud-token', 'grafana-service-account-token', 'groq-key', 'harness-token',
  'hashicorp-terraform-token', 'hashicorp-vault-token', 'heroku-token', 'huggingface-token', 'infracost-token', 'intra42-client-secret',
  'linear-token', 'lob-key', 'mailchimp-key', 'mailgun-key', 'mapbox-token', 'maxmind-license-key', 'new-relic-key', 'notion-token', 'npm-token',
  'nuget-key', 'octopus-deploy-key', 'openshift-token', 'perplexity-key', 'plaid-token', 'planetscale-token', 'postman-token', 'prefect-token',
  'pulumi-token', 'pypi-token', 'readme-token', 'replicate-token', 'rubygems-token', 'scalingo-token', 'sendgrid-token', 'sendinblue-token',
  'sentry-org-token', 'sentry-user-token', 'settlemint-token', 'shippo-token', 'shopify-token', 'sonar-token', 'sourcegraph-token', 'square-token',
  'stripe-key', 'tailscale-key', 'teams-webhook', 'telegram-bot-token', 'twilio-key', 'twitter-bearer-token', 'typeform-token', 'vercel-token',
  'xai-key', 'yandex-api-key', 'yandex-access-key', 'yandex-access-token', 'url-credentials', 'authorization-header', 'curl-credentials',
  'kubernetes-secret', 'named-secret',
] as const;
