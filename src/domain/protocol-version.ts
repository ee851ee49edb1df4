// The number phone and server must share to understand each other.
// tests/domain/protocol-version.test.ts pins a hash of every schema on the wire: when it fails, the wire changed.
// Then raise PROTOCOL (or, until protocol 1 is frozen, renew the hash) and say in docs/decisions what old phones still can do.

/** What this build speaks. */
export const PROTOCOL = 1;

/** The oldest protocol the server still answers. Older phones get `protocol-unsupported` and keep everything. */
export const OLDEST_PROTOCOL = 1;
