// When the phone cannot keep what was written: say that the text is still here, and what to do.

export const STORAGE_FULL = {
  heading: 'まだ保存できていません',
  body: '端末の空きがありません。写真や使わないアプリを消して空きを作り、「もう一度保存する」を押してください。この画面を閉じなければ、書いたものは残っています。',
};
export const STORAGE_UNAVAILABLE = {
  heading: 'まだ保存できていません',
  body: 'この端末に保存できません。プライベートブラウズのときは、ふつうの画面で開き直してください。急ぐときは、この画面を見ながら事務局に電話してください。書いたものは、この画面に残っています。',
};
/** said before anything was written */
export const KEEPS_NOTHING = {
  heading: 'この端末に保存できません',
  body: 'プライベートブラウズのときは、ふつうの画面で開き直してください。急ぐときは事務局に電話してください。',
};
export const SAVE_AGAIN = 'もう一度保存する';

/** The sentences for an outcome that kept nothing. */
export const storageTrouble = (status: 'storage-full' | 'storage-unavailable') =>
  status === 'storage-full' ? STORAGE_FULL : STORAGE_UNAVAILABLE;
