// 「構成員と端末」: whose phones there are, stopping one that is lost, another invitation, and rescue files.
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { CreatedInvitation } from '../../domain/desk-contract';
import type { DeviceRow, MemberDevices, StopReason } from '../../domain/desk-devices';
import type { Failure } from '../desk-client';
import { useDesk, useServerMinute } from '../desk-context';
import { failureWords } from '../desk-words';
import { InvitationMade } from '../invitations/InvitationMade';
import { Notice } from '../parts/Notice';
import { PageHeading } from '../parts/PageHeading';
import { DeviceTable } from './DeviceTable';
import { ReadRescue } from './ReadRescue';

export function DevicesPage() {
  const { client, session, changes, signIns } = useDesk();
  const now = useServerMinute();
  const [members, setMembers] = useState<MemberDevices[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [created, setCreated] = useState<CreatedInvitation | null>(null);
  const [said, setSaid] = useState<string | null>(null);

  const load = useCallback(async () => {
    const list = await client.devices();
    if (list.status === 'reply') setMembers(list.value.members);
    setFailure(list.status === 'reply' ? null : list);
  }, [client]);
  useEffect(() => void load(), [load, changes.count, signIns]);
  useEffect(() => {
    document.title = '構成員と端末 みまもりノート 事務局';
  }, []);

  async function stop(member: MemberDevices, device: DeviceRow, reason: StopReason) {
    setSaid(null);
    const outcome = await client.stopDevice(device.id, reason);
    await load();
    if (outcome.status === 'reply')
      setSaid(`${member.memberName}の端末を止めました。次に連絡が来たとき、端末の中の記録は消えます。`);
    else setFailure(outcome);
  }
  async function invite(member: MemberDevices) {
    setSaid(null);
    const outcome = await client.inviteAgain(member.memberId);
    if (outcome.status === 'reply') setCreated(outcome.value);
    else setFailure(outcome);
  }

  if (created !== null)
    return (
      <InvitationMade
        created={created}
        onClose={() => {
          setCreated(null);
          void load();
        }}
      />
    );
  return (
    <>
      <div class="dk-titlebar">
        <PageHeading>構成員と端末</PageHeading>
      </div>
      {failure && (
        <Notice kind="error">
          {failureWords(failure)}
          <button class="dk-button dk-button--small" type="button" onClick={() => void load()}>
            読み込み直す
          </button>
        </Notice>
      )}
      {said && <Notice kind="ok">{said}</Notice>}
      {members === null && failure === null && <p role="status">読み込んでいます</p>}
      {members !== null && members.length === 0 && (
        <p>まだ構成員はいません。「招待」からつくってください。</p>
      )}
      {members !== null && members.length > 0 && (
        <DeviceTable members={members} nowMs={now} onStop={stop} onInvite={(member) => void invite(member)} />
      )}
      {session.may.includes('readRescue') && <ReadRescue />}
    </>
  );
}
