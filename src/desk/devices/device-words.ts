// Words of 「構成員と端末」.
import type { DeviceRow, StopReason } from '../../domain/desk-devices';

export const STATE_WORDS: Record<DeviceRow['state'], string> = {
  active: '使用中',
  stopping: '停止（次の連絡を待っています）',
  stopped: '停止（消去の指示を受け取りました）',
};

export const SYSTEM_WORDS: Record<DeviceRow['system'], string> = {
  android: 'Android',
  ios: 'iPhone・iPad',
  other: 'その他',
};

export const REASON_WORDS: Record<StopReason, string> = {
  lost: 'なくした',
  stolen: '盗まれた',
  replaced: '買い替えた',
  left: '活動をやめた',
  other: 'その他',
};
