// SPDX-License-Identifier: Apache-2.0
// gitlab-ci-local asks for Node 22; on Node 20 this one method is all that it misses.
Set.prototype.union ??= function union(other) {
  return new Set([...this, ...other]);
};
