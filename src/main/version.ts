// SPDX-License-Identifier: Apache-2.0
//
// Which version of the program this is. Apart from all else, so that who asks for it loads nothing more.

/** The version of package.json; test/contract compares. */
export const VERSION = '0.1.0';
