// A fresh phone database per test, on fake-indexeddb (says nothing about durability: e2e does).
import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach } from 'vitest';
import { PhoneDatabase } from '../../src/storage/db';

Dexie.dependencies.indexedDB = new IDBFactory();
Dexie.dependencies.IDBKeyRange = IDBKeyRange;

const opened: PhoneDatabase[] = [];
let count = 0;

export function freshDatabase(): PhoneDatabase {
  count += 1;
  const db = new PhoneDatabase(`phone-${count}`);
  opened.push(db);
  return db;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((db) => db.delete()));
});
