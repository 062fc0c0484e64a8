// SPDX-License-Identifier: Apache-2.0
//
// `now` of a `when:`: a moment that knows its civil time in any zone, quickly and without asking the process's own zone (the CEL
// library does ask it, which is wrong for an hour a year and slow always). Refuses zones that the platform does not know.
import type { Environment } from '@marcbachmann/cel-js';

/** What CEL sees as `now`. */
export class Moment {
  constructor(readonly ms: number) {}

  /** A date whose UTC fields are the civil time in a zone. */
  civil(zone: string): Date {
    return zone === 'UTC' ? new Date(this.ms) : new Date(civilMs(zone, this.ms));
  }
}

/** True when the platform knows a zone by this name. */
export function isZone(zone: string): boolean {
  try {
    formatterOf(zone);
    return true;
  } catch {
    return false;
  }
}

interface ZoneClock {
  readonly format: Intl.DateTimeFormat;
  second: number;
  civil: number;
}

// One entry a zone that a loaded policy names as a literal; never a zone from outside.
const clocks = new Map<string, ZoneClock>();

function formatterOf(zone: string): ZoneClock {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23',
      year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    });
    clocks.set(zone, (clock = { format, second: Number.NaN, civil: 0 }));
  }
  return clock;
}

function civilMs(zone: string, ms: number): number {
  const clock = formatterOf(zone);
  const second = Math.floor(ms / 1000);
  if (clock.second !== second) {
    const field: Record<string, number> = {};
    for (const { type, value } of clock.format.formatToParts(ms)) field[type] = Number(value);
    clock.civil = Date.UTC(field['year'] as number, (field['month'] as number) - 1, field['day'], field['hour'], field['minute'], field['second']);
    clock.second = second;
  }
  return clock.civil + (ms - second * 1000);
}

const FIELDS: Readonly<Record<string, (civil: Date) => number>> = {
  getFullYear: (civil) => civil.getUTCFullYear(),
  getMonth: (civil) => civil.getUTCMonth(),
  getDate: (civil) => civil.getUTCDate(),
  getDayOfMonth: (civil) => civil.getUTCDate() - 1,
  getDayOfWeek: (civil) => civil.getUTCDay(),
  getDayOfYear: (civil) => Math.floor((civil.getTime() - Date.UTC(civil.getUTCFullYear(), 0, 1)) / 86_400_000),
  getHours: (civil) => civil.getUTCHours(),
  getMinutes: (civil) => civil.getUTCMinutes(),
  getSeconds: (civil) => civil.getUTCSeconds(),
};

/** Names of the methods that take a zone as their argument. */
export const ZONED: ReadonlySet<string> = new Set(Object.keys(FIELDS));

const COMPARE: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

/** Teaches an environment the variable `now`: fields in any zone, comparison with timestamps, and `timestamp(now)`. */
export function registerNow(environment: Environment): void {
  environment.registerType('Now', { ctor: Moment, fields: {} });
  environment.registerVariable('now', 'Now');
  for (const [name, field] of Object.entries(FIELDS)) {
    environment.registerFunction(`Now.${name}(): int`, (now: Moment) => BigInt(field(now.civil('UTC'))));
    environment.registerFunction(`Now.${name}(string): int`, (now: Moment, zone: string) => BigInt(field(now.civil(zone))));
  }
  environment.registerFunction('timestamp(Now): google.protobuf.Timestamp', (now: Moment) => new Date(now.ms));
  for (const [sign, compare] of Object.entries(COMPARE)) {
    environment.registerOperator(`Now ${sign} google.protobuf.Timestamp`, (now: Moment, then: Date) => compare(now.ms, then.getTime()));
    environment.registerOperator(`google.protobuf.Timestamp ${sign} Now`, (then: Date, now: Moment) => compare(then.getTime(), now.ms));
  }
}
