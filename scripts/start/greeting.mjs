// What a person reads when the server is ready.

/** @param {import('./run-server.mjs').Announcement} ready @param {string} data folder of the data @returns {string} */
export function greeting(ready, data) {
  const lines = [
    '',
    'みまもりノートが動いています。',
    '',
    `  構成員のアプリ   ${ready.member}`,
    `  事務局の画面     ${ready.desk}`,
  ];
  if (ready.deskUser) lines.push(`    利用者名       ${ready.deskUser}`);
  if (ready.deskPassword) lines.push(`    パスフレーズ   ${ready.deskPassword}（いま一度だけ表示します）`);
  else if (ready.deskUser)
    lines.push(
      '    パスフレーズは初めの起動のときのものです。忘れたときは npm run officer -- reset を使います。',
    );
  if (ready.invitations.length > 0)
    lines.push(
      '',
      '  招待（1つにつき1台、1回だけ使えます）',
      ...ready.invitations.map((url) => `    ${url}`),
    );
  lines.push('', `  データの置き場所 ${data}`, '  止めるには Ctrl+C を押します。', '');
  return lines.join('\n');
}
