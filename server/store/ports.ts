// What the server's code may ask of the store, whichever database stands behind it.
// All writing to one network goes through `write`: its first statement locks the network's row in both dialects,
// so that sequence numbers and receipt numbers are given out one after another and become visible in that order.
import type { Kysely, Transaction } from 'kysely';
import type { z } from 'zod/mini';
import type { deskEventSchema } from '../../src/domain/desk-contract';
import type { StoreSchema } from './schema';

export type Dialect = 'sqlite' | 'postgres';
export type Db = Kysely<StoreSchema>;
export type DeskEvent = z.infer<typeof deskEventSchema>;

/** One opened database, before anything of ours is done with it. */
export interface OpenedDatabase {
  dialect: Dialect;
  /** the library that carries it, for the log */
  driver: string;
  db: Db;
}

/** One transaction on one network. Everything in it is committed together, or nothing is. */
export interface Writing {
  db: Transaction<StoreSchema>;
  networkId: string;
  /** the instant of this transaction, ISO */
  at: string;
  newId(): string;
  /** of the index over encrypted words */
  searchKey: Buffer;
  /** told to the desks of this network after the commit, never before */
  tellDesk(event: DeskEvent): void;
  /** Runs `work` in a savepoint: when it throws, what it wrote is undone and the error goes on. */
  apart<T>(work: () => Promise<T>): Promise<T>;
}

export interface Store {
  dialect: Dialect;
  driver: string;
  /** for reading, and for writing what belongs to no case (sessions) */
  db: Db;
  /** names this life of the database */
  epoch: string;
  /** of the index over encrypted words */
  searchKey: Buffer;
  /** @throws UnknownNetwork when there is none with this id; whatever `work` throws, after undoing it */
  write<T>(networkId: string, work: (writing: Writing) => Promise<T>): Promise<T>;
  /** Creates a network and writes in it. */
  found<T>(network: { id: string; name: string }, work: (writing: Writing) => Promise<T>): Promise<T>;
  newId(): string;
  now(): Date;
  /** @throws when the database does not answer */
  ping(): Promise<void>;
  close(): Promise<void>;
}
