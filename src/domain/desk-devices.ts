// 「構成員と端末」: whose phones these are, when each last came, and stopping one.
import * as z from 'zod/mini';
import { idSchema, instantSchema } from './ids';
import { MEMBER_KINDS } from './member';

export const STOP_REASONS = ['lost', 'stolen', 'replaced', 'left', 'other'] as const;
export type StopReason = (typeof STOP_REASONS)[number];

export const deviceRowSchema = z.object({
  id: idSchema,
  /** active: may send. stopping: stopped here, has not come since. stopped: came and was handed the order to erase itself */
  state: z.enum(['active', 'stopping', 'stopped']),
  system: z.enum(['android', 'ios', 'other']),
  /** version of the app when it was registered */
  appVersion: z.string(),
  enrolledAt: instantSchema,
  lastContactAt: z.nullable(instantSchema),
  stoppedAt: z.nullable(instantSchema),
  stopReason: z.nullable(z.enum(STOP_REASONS)),
});
export type DeviceRow = z.infer<typeof deviceRowSchema>;

export const memberDevicesSchema = z.object({
  memberId: idSchema,
  memberName: z.string(),
  organisation: z.string(),
  kind: z.enum(MEMBER_KINDS),
  /** newest first */
  devices: z.array(deviceRowSchema),
});
export type MemberDevices = z.infer<typeof memberDevicesSchema>;
export const deviceListSchema = z.object({ members: z.array(memberDevicesSchema) });

export const stopDeviceSchema = z.strictObject({ reason: z.enum(STOP_REASONS) });
