// Tells the service worker which files belong to the QR scanner: they are large, so they are never precached, but
// kept in a cache of their own when the phone is idle. Writes /scanner-files.json.
import type { Plugin } from 'vite';

const SCANNER_MODULES = /node_modules\/(html5-qrcode|barcode-detector|zxing-wasm)\//;

/** True for a chunk that carries the scanner's libraries. */
export function isScannerChunk(moduleIds: readonly string[]): boolean {
  return moduleIds.some((id) => SCANNER_MODULES.test(id));
}

export function scannerFiles(): Plugin {
  return {
    name: 'mimamori:scanner-files',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files = Object.values(bundle)
          .filter((file) =>
            file.type === 'chunk' ? isScannerChunk(file.moduleIds) : file.fileName.endsWith('.wasm'),
          )
          .map((file) => `/${file.fileName}`)
          .sort();
        this.emitFile({
          type: 'asset',
          fileName: 'scanner-files.json',
          source: JSON.stringify({ files }),
        });
      },
    },
  };
}
