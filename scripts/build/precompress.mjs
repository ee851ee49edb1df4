// Makes `.br` and `.gz` beside each text file and wasm, once, at the best setting: the server only picks one.
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const COMPRESSIBLE = /\.(html|js|css|json|svg|webmanifest|wasm|txt)$/;
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** @param {readonly string[]} files paths; others than text and wasm are left alone */
export async function precompress(files) {
  await Promise.all(
    files
      .filter((file) => COMPRESSIBLE.test(file))
      .map(async (file) => {
        const bytes = await readFile(file);
        const params = {
          [constants.BROTLI_PARAM_QUALITY]: 11,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        };
        await writeFile(`${file}.br`, await brotli(bytes, { params }));
        await writeFile(`${file}.gz`, await zip(bytes, { level: 9 }));
      }),
  );
}
