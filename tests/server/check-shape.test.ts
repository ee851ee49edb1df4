// Names that the checking library stumbles over: found by the malformed requests, seed 1.
import { describe, expect, test } from 'vitest';
import { caseActionSchema } from '../../src/domain/desk-contract';
import { operationBodySchemas } from '../../src/domain/sync-protocol';
import { checkShape } from '../../server/check-shape';
import { startServer } from '../support/server';
import { aSighting } from '../support/sightings';
import { openDesk } from './desk';
import { anOperation, enrolPhone, submit } from './phone';

const HOSTILE: readonly unknown[] = [
  { length: { toString: 1 } },
  { length: { valueOf: 1, toString: null } },
  { size: { toString: 1 } },
  { length: [{ toString: 1 }] },
  JSON.parse('{"__proto__":{"length":{"toString":1}},"length":{"toString":1}}'),
];

describe('the shape of what a stranger sent', () => {
  test.each(HOSTILE)(
    '%j in the place of a list or a text is not our shape, and throws nothing',
    (hostile) => {
      for (const field of ['signs', 'troubleTypes', 'freeText', 'photos', 'place', 'urgency'])
        expect(
          checkShape(operationBodySchemas['sighting.submit'], { ...aSighting(), [field]: hostile }).ok,
          field,
        ).toBe(false);
      expect(checkShape(operationBodySchemas['sighting.submit'], hostile).ok).toBe(false);
      expect(checkShape(caseActionSchema, { kind: hostile }).ok).toBe(false);
      expect(
        checkShape(caseActionSchema, { kind: 'note', requestId: hostile, version: hostile, text: hostile })
          .ok,
      ).toBe(false);
    },
  );

  test('names the fields that are wrong, and none that a stranger made up', () => {
    const checked = checkShape(operationBodySchemas['sighting.withdraw'], { recordId: 1, KANARIA: 2 });
    expect(checked).toEqual({ ok: false, paths: ['recordId'] });
  });

  test('takes what is right', () => {
    const sighting = aSighting();
    expect(checkShape(operationBodySchemas['sighting.submit'], sighting)).toMatchObject({ ok: true });
  });
});

test('a sealed report that hides such a name is an unreadable one, and the next is opened as ever', async () => {
  const server = await startServer();
  const phone = await enrolPhone(server, server.network);
  const hostile = anOperation('sighting.submit', { ...aSighting(), signs: HOSTILE[0] });
  const honest = submit();
  await phone.sync(hostile, honest);
  const desk = await openDesk(server, server.network);
  expect((await desk.row(hostile.id)).contents).toBe('unreadable');
  expect((await desk.row(honest.id)).contents).toBe('opened');
  await server.stop();
});
