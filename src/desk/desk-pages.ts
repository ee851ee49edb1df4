// The pages of the desk and what one must be allowed for each. The header and /desk itself follow from it. Pure.

export const INBOX_PATH = '/desk';
const PAGES = [
  { path: INBOX_PATH, words: '受付箱', operation: 'listCases' },
  { path: '/desk/invitations', words: '招待', operation: 'listInvitations' },
  { path: '/desk/badges', words: '構成員証', operation: 'listBadges' },
  { path: '/desk/devices', words: '構成員と端末', operation: 'listDevices' },
  { path: '/desk/counts', words: '件数', operation: 'countCases' },
  { path: '/desk/officers', words: '利用者', operation: 'listOfficers' },
  { path: '/desk/audit', words: '監査記録', operation: 'readAudit' },
] as const;
/** Where an officer of one room begins who has no inbox. */
const HOMES = ['/desk', '/desk/officers', '/desk/audit', '/desk/invitations', '/desk/counts'] as const;

export type DeskPath = (typeof PAGES)[number]['path'] | '/desk/account';
type May = (operation: string) => boolean;

/** Counts stand above the inbox as well: who has the inbox needs no page for them. */
export function pagesFor(may: May): (typeof PAGES)[number][] {
  return PAGES.filter(
    ({ path, operation }) => may(operation) && !(path === '/desk/counts' && may('listCases')),
  );
}

export function homeOf(may: May): DeskPath {
  const open = pagesFor(may).map(({ path }) => path);
  return HOMES.find((path) => open.includes(path)) ?? '/desk/account';
}
