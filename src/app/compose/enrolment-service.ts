// 登録: redeems an invitation with a key made on this phone, and writes the registration before it says so.
import { PROTOCOL } from '../../domain/protocol-version';
import { createDeviceKey, publicDeviceKey } from '../../seal/device-key';
import { withProof } from '../../seal/sign';
import type { EnrolmentService } from '../../services';
import {
  readDeviceKey,
  readRegistration,
  readWaitingCode,
  writeDeviceKey,
  writeRegistration,
  writeWaitingCode,
  type Registration,
} from '../../storage/device-store';
import { requestEnrolment } from '../../transport/enrolment-transport';
import type { HttpContext } from '../../transport/http';
import { watchOr, type Phone } from './phone';

const toEnrolment = ({ member, network, deviceId }: Registration) => ({ member, network, deviceId });

export function enrolmentService(
  phone: Phone,
  http: HttpContext,
  system: 'android' | 'ios' | 'other',
): EnrolmentService {
  const { db } = phone;
  return {
    watch: watchOr(phone, null, async () => {
      const registration = await readRegistration(db);
      return registration === null ? null : toEnrolment(registration);
    }),
    waitingCode: () => readWaitingCode(db).catch(() => null),
    async redeem(code, secrecy) {
      let key: CryptoKeyPair;
      try {
        const { paused } = await phone.roundState();
        if ((await readRegistration(db)) !== null && paused === null) return { status: 'already-enrolled' };
        if (secrecy === null) {
          // Closed while reading the promise: what was typed is there again next time.
          await writeWaitingCode(db, code).catch(() => undefined);
          return { status: 'secrecy-not-accepted' };
        }
        // The key is on disk before it is named: a lost reply can be asked for again with the same key.
        key = (await readDeviceKey(db)) ?? (await createDeviceKey());
        await writeDeviceKey(db, key);
      } catch {
        return { status: 'storage-unavailable' };
      }
      const request = await withProof(key.privateKey, {
        protocol: PROTOCOL,
        invitation: code,
        deviceKey: await publicDeviceKey(key),
        device: { appVersion: phone.appVersion, system },
        secrecyAcceptedAt: secrecy.at,
        secrecyText: secrecy.text,
      });
      const outcome = await requestEnrolment(http, request);
      // Kept only while it may still be of use; a phone that cannot keep it still has it on the screen.
      const isSpent =
        outcome.kind === 'reply' ||
        (outcome.kind === 'problem' && outcome.code?.startsWith('invitation-') === true);
      await writeWaitingCode(db, isSpent ? null : code).catch(() => undefined);
      if (outcome.kind === 'problem') return { status: 'refused', problem: outcome.code ?? 'internal' };
      if (outcome.kind !== 'reply') return { status: 'no-connection' };
      const { deviceId, token, member, network, networkVerifyKey, serverClock } = outcome.value;
      const clockOffsetMs = Date.parse(serverClock) - phone.now().getTime();
      try {
        await writeRegistration(db, { deviceId, token, member, network, networkVerifyKey }, clockOffsetMs);
      } catch {
        return { status: 'storage-unavailable' };
      }
      phone.wakeDelivery();
      return { status: 'enrolled', enrolment: { deviceId, member, network } };
    },
  };
}
