// Asks @trustnxt/c2pa-ts, a verifier in pure TypeScript. It reads PNG and JPEG, not WebP. It looks at the signing
// certificate's own fields but builds no chain and takes no trust anchors.
//
// usage: node check_c2pa_ts.mjs FILE...
// States: valid, invalid, none (no manifest found).

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { JPEG, PNG } from '@trustnxt/c2pa-ts/asset';
import { SuperBox } from '@trustnxt/c2pa-ts/jumbf';
import { ManifestStore } from '@trustnxt/c2pa-ts/manifest';

// The library calls a result valid as long as nothing was held against it; these say that the checks were made.
const NEEDED = ['claimSignature.validated', 'assertion.hashedURI.match', 'assertion.dataHash.match'];

async function check(file) {
  const bytes = await readFile(file);
  const Asset = [JPEG, PNG].find((kind) => kind.canRead(bytes));
  if (!Asset) return ['invalid', ['neither JPEG nor PNG']];
  try {
    const asset = new Asset(bytes);
    const jumbf = asset.getManifestJUMBF();
    if (!jumbf) return ['none', ['no manifest found']];
    const result = await ManifestStore.read(SuperBox.fromBuffer(jumbf)).validate(asset);
    const reasons = result.statusEntries
      .filter((entry) => !entry.success)
      .map(({ code, explanation }) => (explanation ? `${code} (${explanation})` : code));
    const missing = NEEDED.filter((code) => !result.statusEntries.some((entry) => entry.success && entry.code === code));
    if (!result.isValid || reasons.length > 0) return ['invalid', reasons];
    return missing.length > 0 ? ['invalid', missing.map((code) => `no ${code}`)] : ['valid', []];
  } catch (error) {
    return ['invalid', [`${error.code ?? error.name}: ${error.message}`]];
  }
}

for (const file of process.argv.slice(2)) {
  const [state, reasons] = await check(file);
  const detail = reasons.join('; ').replace(/[\p{C}\p{Z}]/gu, ' '); // quotes foreign bytes: printable text only
  console.log([basename(file), state, detail].join('\t'));
}
