// The engine's ports that live on disk, for page and worker alike.
import type { SealingPort } from '../domain/sealing';
import type { EnginePorts } from '../sync/ports';
import { changesPort } from './changes-store';
import type { PhoneDatabase } from './db';
import { roundStatePort } from './device-store';
import { outboxPort } from './outbox-store';
import { photoPort } from './photo-store';
import { webLock } from './web-lock';

export function storagePorts(
  db: PhoneDatabase,
  nowIso: () => string,
  sealing: SealingPort,
): Pick<EnginePorts, 'outbox' | 'photos' | 'state' | 'changes' | 'lock'> {
  return {
    outbox: outboxPort(db, sealing),
    photos: photoPort(db),
    state: roundStatePort(db),
    changes: changesPort(db, nowIso),
    lock: webLock,
  };
}
