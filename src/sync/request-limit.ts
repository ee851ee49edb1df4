// `fetch` shows no upload progress: a request may take 30 s plus its bytes at 2 kB/s, then it is given up (law 7). Pure.
export function requestLimitMs(bytes: number): number {
  return 30_000 + Math.ceil(bytes / 2);
}
