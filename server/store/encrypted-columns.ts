// What people wrote is encrypted in the database: AES-256-GCM with a key derived from the server's secret, which is not
// in the database. It happens in one place, for every query: no code can forget it, and no code has to remember it.
// Encrypted cells cannot be searched or compared in SQL: see search-index.ts.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import {
  InsertQueryNode,
  PrimitiveValueListNode,
  UpdateQueryNode,
  ValueListNode,
  ValueNode,
  ValuesNode,
  type KyselyPlugin,
  type OperationNode,
  type PluginTransformQueryArgs,
  type RootOperationNode,
} from 'kysely';
import type { StoreSchema } from './schema';

type Columns = { [T in keyof StoreSchema]?: readonly (keyof StoreSchema[T] & string)[] };
/** Every column that holds what a person wrote, or words about a person. A new one is added here, and only here. */
export const ENCRYPTED_COLUMNS: Columns = {
  cases: ['sighting_text', 'feedback'],
  case_events: ['text'],
  instructions: ['body'],
  feed: ['body'],
  personal_report_views: ['reason'],
};

const MARK = 'mm1.';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** @param key 32 bytes, derived from the server's secret */
export function encryptText(key: Buffer, text: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return MARK + Buffer.concat([iv, data, cipher.getAuthTag()]).toString('base64url');
}

/** What is not encrypted with this key comes back as it is. */
export function decryptText(key: Buffer, cell: string): string {
  if (!cell.startsWith(MARK)) return cell;
  const bytes = Buffer.from(cell.slice(MARK.length), 'base64url');
  if (bytes.length < IV_BYTES + TAG_BYTES) return cell;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    // Another key's, or changed: the reader's own parsing decides what that means.
    return cell;
  }
}

export function encryptedColumns(key: Buffer): KyselyPlugin {
  const hidden = (table: string): readonly string[] =>
    Object.hasOwn(ENCRYPTED_COLUMNS, table) ? (ENCRYPTED_COLUMNS[table as keyof Columns] ?? []) : [];
  const encrypt = (value: unknown) => (typeof value === 'string' ? encryptText(key, value) : value);
  return {
    transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
      if (InsertQueryNode.is(node) && node.into !== undefined && node.values !== undefined) {
        const columns = hidden(node.into.table.identifier.name);
        const at = (node.columns ?? []).map((column) => columns.includes(column.column.name));
        return at.includes(true) ? { ...node, values: encryptedValues(node.values, at, encrypt) } : node;
      }
      if (UpdateQueryNode.is(node) && node.updates !== undefined) {
        const columns = hidden(tableOf(node.table));
        const updates = node.updates.map((update) =>
          columns.includes(columnOf(update.column)) && ValueNode.is(update.value)
            ? { ...update, value: { ...update.value, value: encrypt(update.value.value) } }
            : update,
        );
        return columns.length > 0 ? { ...node, updates } : node;
      }
      return node;
    },
    transformResult({ result }) {
      for (const row of result.rows)
        for (const [column, value] of Object.entries(row))
          if (typeof value === 'string' && value.startsWith(MARK)) row[column] = decryptText(key, value);
      return Promise.resolve(result);
    },
  };
}

function encryptedValues(
  values: OperationNode,
  at: readonly boolean[],
  encrypt: (value: unknown) => unknown,
): OperationNode {
  if (!ValuesNode.is(values)) return values;
  return {
    ...values,
    values: values.values.map((row) => {
      if (PrimitiveValueListNode.is(row))
        return { ...row, values: row.values.map((value, place) => (at[place] ? encrypt(value) : value)) };
      if (!ValueListNode.is(row)) return row;
      return {
        ...row,
        values: row.values.map((value, place) =>
          at[place] && ValueNode.is(value) ? { ...value, value: encrypt(value.value) } : value,
        ),
      };
    }),
  } as OperationNode;
}

function tableOf(node: OperationNode | undefined): string {
  const table = node as { table?: { identifier?: { name?: string } } } | undefined;
  return table?.table?.identifier?.name ?? '';
}
function columnOf(node: OperationNode): string {
  const column = node as { column?: { name?: string; column?: { name?: string } } };
  return column.column?.name ?? column.column?.column?.name ?? '';
}
