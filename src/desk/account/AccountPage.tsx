// One's own account: 「サインイン中の端末」, passphrase, second factor. Reached by one's own name in the header.
import { useEffect, useState } from 'preact/hooks';
import { roleWords } from '../../content/role-words';
import { useDesk } from '../desk-context';
import { Notice } from '../parts/Notice';
import { PageHeading } from '../parts/PageHeading';
import { ChangePassphrase } from './ChangePassphrase';
import { OwnSessions } from './OwnSessions';
import { OwnTotp } from './OwnTotp';

export function AccountPage() {
  const { client, session } = useDesk();
  const [said, setSaid] = useState<string | null>(null);
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    document.title = '自分の設定 みまもりノート 事務局';
  }, []);
  function done(words: string) {
    setSaid(words);
    setChanges((count) => count + 1);
  }
  return (
    <>
      <div class="dk-titlebar">
        <PageHeading>自分の設定</PageHeading>
        <p>
          {session.officer.displayName}（{session.officer.name}） 役割:{' '}
          {session.roles.map((role) => roleWords(role).name).join('・')}
        </p>
      </div>
      {said && <Notice kind="ok">{said}</Notice>}
      <div class="dk-account">
        <OwnSessions key={changes} />
        <section class="dk-card" aria-labelledby="own-passphrase">
          <h2 class="dk-h2" id="own-passphrase">
            パスフレーズを変える
          </h2>
          <ChangePassphrase
            office={client.office}
            currentLabel="いまのパスフレーズ"
            button="パスフレーズを変える"
            onDone={() => done('パスフレーズを変えました。ほかの端末のサインインは終わりました。')}
          />
        </section>
        <OwnTotp onSet={() => done('確認コードを設定しました。ほかの端末のサインインは終わりました。')} />
      </div>
    </>
  );
}
