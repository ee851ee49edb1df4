// 「読めない報告」: a sealed report whose contents could not be opened. The number and the sender are known, so that the
// office can ask; the phone has been asked to have it mended and sent again.
import type { CaseRow } from '../../domain/desk-contract';
import { unreadableWords } from '../desk-words';
import { Notice } from '../parts/Notice';

export function UnreadableCase({ row }: { row: Pick<CaseRow, 'contents' | 'unreadable'> }) {
  if (row.contents === 'waiting')
    return (
      <Notice kind="info">届いた報告の封を、まだ開けていません。このまま待てば、ここに内容が出ます。</Notice>
    );
  return (
    <section class="dk-card" aria-labelledby="unreadable-heading">
      <h2 class="dk-h2" id="unreadable-heading">
        読めない報告
      </h2>
      {row.unreadable !== null && <p>{unreadableWords(row.unreadable)}</p>}
      <p>
        構成員の端末に、書き直して送るよう知らせました。直した報告は、同じ受付番号で届きます。急ぐときは、団体に電話で確かめてください。
      </p>
    </section>
  );
}
