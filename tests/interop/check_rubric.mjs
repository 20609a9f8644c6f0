// Asks the C2PA conformance programme's rules: is every rule of a rubric true of a file's crJSON report?
//
// usage: node check_rubric.mjs [--but RULE] RUBRIC.yml CRJSON-FOLDER FILE...
// Wants the evaluator rubric.mjs beside it, and the report of FILE as CRJSON-FOLDER/FILE.json.
// States: holds, fails, none (no report). A warning counts as a rule that fails. The rule after --but must fail: so it
// is noticed when it no longer has to be left out.

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const EVALUATOR = fileURLToPath(new URL('rubric.mjs', import.meta.url));
const { values, positionals } = parseArgs({ options: { but: { type: 'string' } }, allowPositionals: true });
const [rubric, folder, ...files] = positionals;

function evaluate(report) {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [EVALUATOR, rubric, report], (error, stdout, stderr) => {
      const lines = stdout.trim().split('\n');
      const rules = lines.map((line) => /^(ok|warn|FAIL)\s+(\S+)/.exec(line)).filter(Boolean);
      if (rules.length === 0) reject(new Error(`the evaluator judged no rule of ${rubric}: ${stderr}`));
      const broken = rules.filter(([, said, rule]) => (said === 'ok') === (rule === values.but));
      resolve([broken.length === 0 ? 'holds' : 'fails', broken.map(([line]) => line)]);
    });
  });
}

async function check(file) {
  const report = join(folder, `${basename(file)}.json`);
  return existsSync(report) ? evaluate(report) : ['none', ['no crJSON report']];
}

const answers = [];
const waiting = [...files.keys()];
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) answers[at] = await check(files[at]);
  }),
);
answers.forEach(([state, reasons], at) => {
  const detail = reasons.join('; ').replace(/[\p{C}\p{Z}]+/gu, ' ');
  console.log([basename(files[at]), state, detail].join('\t'));
});
