// Labels a picture or text through the addon beside this file, and checks what came of it:
//
//     node sign.js aimark.node chain.pem key.pem anchor.pem input output
//
// chain.pem and key.pem are a signing identity (`aimark identity show` says where yours is), anchor.pem is the certificate to
// accept. README.md says how the addon is compiled.
'use strict'

const { readFile, writeFile } = require('node:fs/promises')
const { resolve } = require('node:path')

async function main (addon, chain, key, anchor, input, output) {
  const { Signer, Trust } = require(resolve(addon))

  // Once, for as many signatures as you like.
  const signer = new Signer(await readFile(chain), await readFile(key))
  const trust = new Trust(await readFile(anchor))

  // For each picture. The work is done on another thread, so that others are served meanwhile.
  const labelled = await signer.sign(await readFile(input), { origin: 'generated', system: 'Kandinsky' })
  await writeFile(output, labelled)

  const { trusted, verdict } = await trust.verify(labelled, output)
  console.log(`${output}: ${verdict}`)
  return trusted ? 0 : 1
}

if (process.argv.length !== 8) {
  console.error('usage: node sign.js aimark.node chain.pem key.pem anchor.pem input output')
  process.exitCode = 2
} else {
  main(...process.argv.slice(2)).then(
    (code) => { process.exitCode = code },
    (error) => {
      console.error(error.code ? `${error.code}: ${error.message}` : error)
      process.exitCode = 1
    }
  )
}
