// What the browser says of the app's place on this phone. Each answer may be unknown (null), e.g. in old Safari.

/** true: the browser will not clear our data by itself. null: it does not say. */
export async function isPersisted(): Promise<boolean | null> {
  try {
    return (await navigator.storage?.persisted?.()) ?? null;
  } catch {
    return null;
  }
}

/** Asks that the data stay. Some browsers decide by themselves, some ask the member. @returns whether it is granted */
export async function askToPersist(): Promise<boolean> {
  try {
    return (await navigator.storage?.persist?.()) ?? false;
  } catch {
    return false;
  }
}

/** Bytes used and still free by the browser's estimate; null where it does not tell. */
export async function storageEstimate(): Promise<{ usedBytes: number | null; freeBytes: number | null }> {
  try {
    const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {};
    const usedBytes = usage ?? null;
    return { usedBytes, freeBytes: quota === undefined ? null : Math.max(0, quota - (usage ?? 0)) };
  } catch {
    return { usedBytes: null, freeBytes: null };
  }
}
