// SPDX-License-Identifier: Apache-2.0
//
// Days and durations of a policy. Refuses days that no calendar has; knows no clock, "now" is always handed in.

const DAY_MS = 86_400_000;

/** The last millisecond of a day, UTC: a waiver `until: 2027-03-01` counts all of that day. null: no such day. */
export function endOfDay(day: string): number | null {
  const start = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== day) return null;
  return start + DAY_MS - 1;
}

/** The day of `endOfDay`, as written. */
export function dayOf(endMs: number): string {
  return new Date(endMs).toISOString().slice(0, 10);
}

const UNIT_SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** Seconds of `90m`, `8h`, `2d`, which the schema has accepted. */
export function secondsOf(duration: string): number {
  return Number(duration.slice(0, -1)) * (UNIT_SECONDS[duration.slice(-1)] as number);
}
