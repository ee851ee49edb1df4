// Members and their phones: last contact, state, and what may be done with each.
import type { DeviceRow, MemberDevices, StopReason } from '../../domain/desk-devices';
import { instantWords } from '../desk-time';
import { REASON_WORDS, STATE_WORDS, SYSTEM_WORDS } from './device-words';
import { StopDevice } from './StopDevice';

interface DeviceTableProps {
  members: readonly MemberDevices[];
  nowMs: number;
  onStop(member: MemberDevices, device: DeviceRow, reason: StopReason): Promise<void>;
  onInvite(member: MemberDevices): void;
}

export function DeviceTable({ members, nowMs, onStop, onInvite }: DeviceTableProps) {
  return (
    <div class="dk-table-frame">
      <table class="dk-table">
        <caption class="dk-hidden">構成員と端末の一覧。構成員{members.length}人</caption>
        <thead>
          <tr>
            <th scope="col">お名前</th>
            <th scope="col">団体</th>
            <th scope="col">端末</th>
            <th scope="col">登録した日時</th>
            <th scope="col">最後の連絡</th>
            <th scope="col">状態</th>
            <th scope="col">操作</th>
          </tr>
        </thead>
        {members.map((member) => (
          <tbody key={member.memberId}>
            {(member.devices.length === 0 ? [null] : member.devices).map((device, at) => (
              <tr key={device?.id ?? 'none'} class="dk-row">
                {at === 0 && (
                  <>
                    <th scope="rowgroup" rowSpan={Math.max(1, member.devices.length)}>
                      {member.memberName}
                      <button
                        class="dk-button dk-button--small"
                        type="button"
                        aria-label={`${member.memberName}の、もう1台の招待をつくる`}
                        onClick={() => onInvite(member)}
                      >
                        もう1台の招待をつくる
                      </button>
                    </th>
                    <td rowSpan={Math.max(1, member.devices.length)}>{member.organisation}</td>
                  </>
                )}
                {device === null ? (
                  <td colSpan={5}>まだ登録した端末はありません</td>
                ) : (
                  <DeviceCells
                    device={device}
                    memberName={member.memberName}
                    nowMs={nowMs}
                    onStop={(reason) => onStop(member, device, reason)}
                  />
                )}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface DeviceCellsProps {
  device: DeviceRow;
  memberName: string;
  nowMs: number;
  onStop(reason: StopReason): Promise<void>;
}

function DeviceCells({ device, memberName, nowMs, onStop }: DeviceCellsProps) {
  const reason = device.stopReason === null ? '' : `（${REASON_WORDS[device.stopReason]}）`;
  return (
    <>
      <td>
        {SYSTEM_WORDS[device.system]}
        <br />
        アプリの版 {device.appVersion}（登録のとき）
      </td>
      <td>{instantWords(device.enrolledAt, nowMs)}</td>
      <td>{device.lastContactAt === null ? 'まだありません' : instantWords(device.lastContactAt, nowMs)}</td>
      <td>
        {STATE_WORDS[device.state]}
        {device.stoppedAt !== null && (
          <>
            <br />
            {instantWords(device.stoppedAt, nowMs)}に停止{reason}
          </>
        )}
      </td>
      <td>
        {device.state === 'active' && <StopDevice memberName={memberName} device={device} onStop={onStop} />}
      </td>
    </>
  );
}
