// SPDX-License-Identifier: Apache-2.0
// Loaded before a program that is measured: at its end it says on file descriptor 3 what it used.
import { writeSync } from 'node:fs';

process.once('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(3, JSON.stringify({ cpuMicroseconds: userCPUTime + systemCPUTime, peakKilobytes: maxRSS }));
});
