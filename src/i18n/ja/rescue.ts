// What a stopped phone says, and the words round 救出ファイル.
import { dayOf } from './time';

export const WIPED_TITLE = 'この端末は止められました';
export const wipedWhat = (network: string, at: string) =>
  `${network}の事務局が、${dayOf(at)}にこの端末を止めました。この端末にあった記録・指示・登録は、すべて消しました。`;
export const WIPED_WHOM = '心あたりがないとき、続けて使いたいときは、事務局に電話してください。';
export const WIPED_NO_NUMBER = '事務局に電話して、知らせてください。';
export const callOffice = (name: string, phone: string) => `${name}に電話する ${phone}`;
export const WIPED_AGAIN = '新しい招待で、もう一度登録する';

export const RESCUE = '救出ファイル';
export const RESCUE_SAVE = '救出ファイルを保存する';
export const KEPT_SAVE = '残っている救出ファイルを保存する';
export const RESCUE_SAVED =
  '救出ファイルを保存しました。事務局にわたすと、送っていない記録を受け取ってもらえます。';
export const RESCUE_NOTHING = '送っていないものは、ありません。';
export const RESCUE_NO_KEY =
  '登録していない端末では、救出ファイルをつくれません。登録すると、記録はそのまま送れます。';
export const RESCUE_FAILED = '救出ファイルをつくれませんでした。もう一度押してください。';
export const RESCUE_WHAT =
  '送れないままの記録と下書きを、封をした1つのファイルにして保存できます。中は事務局だけが開けます。この端末でも読めません。';

const count = ({ operations, photos, drafts }: { operations: number; photos: number; drafts: number }) =>
  [
    operations > 0 ? `送っていないもの${operations}件` : null,
    photos > 0 ? `写真${photos}枚` : null,
    drafts > 0 ? `書きかけ${drafts}件` : null,
  ]
    .filter((part) => part !== null)
    .join('、');
export const keptWhat = (counts: { operations: number; photos: number; drafts: number }, until: string) =>
  `消す前に、${count(counts)}を救出ファイルにしました。中は事務局だけが開けます。${dayOf(until)}まで、この端末に残ります。`;
