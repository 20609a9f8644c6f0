// Asks the C2PA conformance programme's rules: is every rule of a rubric true of a file's crJSON report?
//
// usage: node check_rubric.mjs RUBRIC.yml CRJSON-FOLDER FILE...
// Wants the evaluator rubric.mjs beside it, and the report of FILE as CRJSON-FOLDER/FILE.json.
// States: holds, fails, none (no report). A warning counts as a rule that fails.

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const EVALUATOR = fileURLToPath(new URL('rubric.mjs', import.meta.url));
const [rubric, folder, ...files] = process.argv.slice(2);

function evaluate(report) {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [EVALUATOR, rubric, report], (error, stdout, stderr) => {
      const lines = stdout.trim().split('\n');
      const rules = lines.filter((line) => /^(ok|warn|FAIL)\s/.test(line));
      if (rules.length === 0) reject(new Error(`the evaluator judged no rule of ${rubric}: ${stderr}`));
      const broken = rules.filter((line) => !line.startsWith('ok'));
      const holds = !error && broken.length === 0;
      resolve([holds ? 'holds' : 'fails', broken]);
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
