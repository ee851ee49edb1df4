// A wrong clock is normal (law 11): when the server answers `clock-skew`, its time is kept as the new offset and the same
// request is made once more. Once in a round: a server that still disagrees is not argued with.
import type { Connection, EnginePorts, TransportOutcome } from './ports';

export function withRightClock(
  { clock, state }: Pick<EnginePorts, 'clock' | 'state'>,
  connection: Connection,
): Connection {
  let corrected = false;
  const twice = async <T>(ask: () => Promise<TransportOutcome<T>>): Promise<TransportOutcome<T>> => {
    const first = await ask();
    if (corrected || first.kind !== 'problem' || first.code !== 'clock-skew') return first;
    if (first.serverClock === undefined) return first;
    corrected = true;
    await state.change({ clockOffsetMs: Date.parse(first.serverClock) - clock.nowMs() });
    return ask();
  };
  return {
    sync: (...request) => twice(() => connection.sync(...request)),
    photoStatus: (...request) => twice(() => connection.photoStatus(...request)),
    photoPart: (...request) => twice(() => connection.photoPart(...request)),
  };
}
