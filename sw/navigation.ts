// Which openings of a page the member's app answers. Pure.

/** The desk and the server answer for themselves, and so does a plain file at the root (licences, manifest). A badge link `/v/<id>.<signature>` is the app's. */
export const NAVIGATION_DENYLIST = [/^\/desk/, /^\/api/, /^\/problems\//, /^\/[^/]+\.[a-z0-9]+$/i];
