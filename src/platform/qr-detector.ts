// What reads a QR code: the phone's own BarcodeDetector, else the polyfill (zxing-wasm) with its wasm from our own files.
// Part of the scanner's chunk: imported by ./qr-scanner only. It must never load anything from another site.
import { BarcodeDetector as PolyfillDetector, prepareZXingModule } from 'barcode-detector/ponyfill';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';

export interface Detector {
  detect(image: ImageBitmapSource): Promise<{ rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { formats: 'qr_code'[] }): Detector;
  getSupportedFormats?(): Promise<readonly string[]>;
}
type GlobalWithDetector = typeof globalThis & { BarcodeDetector?: DetectorClass };

/** Puts a BarcodeDetector that reads QR where html5-qrcode looks for it, and gives one. */
export async function readyDetector(): Promise<Detector> {
  const scope = globalThis as GlobalWithDetector;
  const own = scope.BarcodeDetector;
  // Some systems have the class but no QR reader behind it: getSupportedFormats() is then empty.
  const formats = own ? await own.getSupportedFormats?.().catch(() => []) : [];
  if (!own || !formats?.includes('qr_code')) {
    prepareZXingModule({
      overrides: {
        locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? wasmUrl : prefix + path),
      },
    });
    scope.BarcodeDetector = PolyfillDetector;
  }
  return new scope.BarcodeDetector!({ formats: ['qr_code'] });
}
