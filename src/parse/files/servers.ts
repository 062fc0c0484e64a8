// SPDX-License-Identifier: Apache-2.0
//
// Files that servers in front of others are set up by, as people call them. Patterns only, tried on folded paths, so in lower case.
// Refuses to know a server by what a file holds.

/** nginx, and what it includes where distributions keep it. */
export const NGINX = /nginx[\w.-]*\.conf$|(?:^|\/)(?:nginx|openresty)\/|(?:^|\/)(?:sites|conf)-(?:available|enabled)\/[\w.-]+$|(?:^|\/)conf\.d\/[\w.-]+\.conf$/u;
/** Apache, and what it includes. */
export const APACHE = /(?:^|\/)(?:httpd|apache2?)[\w.-]*\.conf$|(?:^|\/)(?:sites|conf|mods)-(?:available|enabled)\/[\w.-]+$|(?:^|\/)\.htaccess$/u;
export const HAPROXY = /(?:^|\/)haproxy[\w.-]*\.cfg$/u;
export const CADDY = /(?:^|\/)caddyfile[\w.-]*$|\.caddy(?:file)?$/u;
/** Endings of templates, which something fills in first. */
export const FILLED_IN = /\.(?:j2|jinja2?|erb|epp|tmpl|tpl|gotmpl|tftpl)$/u;
