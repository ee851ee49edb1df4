// Hands a file to the person: the browser's own download, with a name. Nothing is opened and nothing leaves the phone.

/** How long the browser may take to read the file before its address is given back. */
const RELEASE_AFTER_MS = 60_000;

export function saveFile(name: string, bytes: ArrayBuffer): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), RELEASE_AFTER_MS);
}
