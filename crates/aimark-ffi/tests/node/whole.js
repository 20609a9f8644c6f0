// All of the addon, and what is wrong with its arguments. Arguments: the addon, the folder of the test identity.
'use strict'

const assert = require('node:assert/strict')
const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { Worker } = require('node:worker_threads')

const [addon, identity] = process.argv.slice(2)
const { Signer, Trust, version } = require(addon)
const read = (name) => readFileSync(join(identity, name))
const picture = read('dot.png')
const label = { origin: 'generated', system: 'Kandinsky' }

// A function that throws and the same as a Promise must fail alike.
async function fails (object, name, given, expected) {
  assert.throws(() => object[name + 'Sync'](...given), expected)
  const promise = object[name](...given)
  assert(promise instanceof Promise)
  await assert.rejects(promise, expected)
}

async function signs () {
  const signer = new Signer(read('chain.pem'), read('key.pem').toString())
  const trust = new Trust(read('root.pem').toString())
  const labelled = await signer.sign(picture, label)
  assert(Buffer.isBuffer(labelled))
  const { trusted, status, verdict, json } = await trust.verify(labelled, 'dot.png')
  assert.deepEqual({ trusted, status, verdict }, { trusted: true, status: 'AIMARK_OK', verdict: 'trusted' })
  assert.equal(JSON.parse(json).path, 'dot.png')
  assert.equal(trust.verifySync(signer.signSync(picture, label)).trusted, true)
  assert.equal(signer.signSync(Buffer.from('# Hello\n'), label, 'text/markdown').includes('<!--'), true)
  assert.equal(version.split('.').length, 3)

  const all = {
    origin: 'altered', createdAt: new Date('2026-11-01T00:00:00Z'), system: 'Kandinsky', systemVersion: '5.0', provider: 'ACME',
    providerCode: '001100000000000000000000ABC', contentId: '42', serviceId: 'gpu-7', detectorUrl: 'https://example.org/check',
    notice: 'made by AI', noticeLanguage: 'en', reviewedBy: 'Ada', responsible: undefined
  }
  const said = JSON.parse(trust.verifySync(signer.signSync(picture, all)).json)
  assert.equal(said.origin, 'altered')
  assert.equal(said.label.created_at, '2026-11-01T00:00:00Z')
  assert.equal(said.label.reviewed_by, 'Ada')
  assert.equal(said.label.responsible, null)
}

// The asset may change and go, and the signer be forgotten, while the work is still to be done.
async function copies () {
  const asset = Buffer.from(picture)
  const promises = Array.from({ length: 32 }, () => new Signer(read('chain.pem'), read('key.pem')).sign(asset, label))
  asset.fill(0)
  structuredClone(asset.buffer, { transfer: asset.buffer.byteLength === asset.length ? [asset.buffer] : [] })
  globalThis.gc?.()
  const trust = new Trust(read('root.pem'))
  for (const labelled of await Promise.all(promises)) assert.equal((await trust.verify(labelled)).trusted, true)
}

async function answers () {
  const signer = new Signer(read('chain.pem'), read('key.pem'))
  const labelled = await signer.sign(picture, label)
  const trust = new Trust(read('root.pem'))
  assert.equal((await trust.verify(picture)).status, 'AIMARK_UNMARKED')
  labelled[labelled.length - 13] ^= 1
  assert.equal((await trust.verify(labelled)).status, 'AIMARK_ALTERED')
  assert.equal((await trust.verify(labelled)).trusted, false)
}

async function refuses () {
  const signer = new Signer(read('chain.pem'), read('key.pem'))
  const trust = new Trust(read('root.pem'))
  const labelled = signer.signSync(picture, label)
  await fails(signer, 'sign', [labelled, label], { code: 'AIMARK_E_ALREADY_LABELLED' })
  await fails(signer, 'sign', [picture, { ...label, provider: 'a\x1b' }], { code: 'AIMARK_E_FIELD', field: 'provider' })
  await fails(signer, 'sign', [picture, { system: 'x' }], { code: 'AIMARK_E_FIELD', field: 'origin' })
  await fails(signer, 'sign', [picture, { origin: 'found' }], { code: 'AIMARK_E_ARGUMENT', field: 'origin' })
  await fails(signer, 'sign', [picture, { ...label, sytsem: 'x' }], { code: 'ERR_INVALID_ARG_VALUE' })
  await fails(signer, 'sign', [picture, { ...label, system: 7 }], { code: 'ERR_INVALID_ARG_TYPE' })
  await fails(signer, 'sign', [picture, { ...label, createdAt: 7 }], { code: 'ERR_INVALID_ARG_TYPE' })
  await fails(signer, 'sign', [picture, { ...label, createdAt: new Date(NaN) }], { code: 'ERR_INVALID_ARG_TYPE' })
  await fails(signer, 'sign', [picture, { ...label, createdAt: new Date(8.64e15) }], { code: 'AIMARK_E_ARGUMENT' })
  await fails(signer, 'sign', [picture, { get origin () { throw new RangeError('mine') } }], RangeError)
  await fails(signer, 'sign', [picture], { code: 'ERR_INVALID_ARG_TYPE' })
  await fails(signer, 'sign', ['text', label], { code: 'ERR_INVALID_ARG_TYPE' })
  await fails(signer, 'sign', [], { code: 'ERR_INVALID_ARG_TYPE' })
  await fails(signer, 'sign', [picture, label, 'video/mp4'], { code: 'AIMARK_E_MEDIA_TYPE' })
  await fails(signer, 'sign', [Buffer.from([0x66, 0xff]), label], { code: 'AIMARK_E_UNSUPPORTED' })
  await fails(trust, 'verify', [picture.subarray(0, 30)], { code: 'AIMARK_E_MALFORMED', offset: 8 })
  await fails(trust, 'verify', [picture, 7], { code: 'ERR_INVALID_ARG_TYPE' })

  assert.throws(() => new Signer(read('chain.pem'), read('chain.pem')), { code: 'AIMARK_E_KEY' })
  assert.throws(() => new Signer(), { code: 'ERR_INVALID_ARG_TYPE' })
  assert.throws(() => new Trust('nothing'), { code: 'AIMARK_E_CERTIFICATE' })
  assert.throws(() => Signer(read('chain.pem'), read('key.pem')), { code: 'ERR_CONSTRUCT_CALL_REQUIRED' })

  // The method of one object on another, which holds another pointer or none.
  for (const other of [trust, {}, Object.create(signer), Signer.prototype, undefined, 7]) {
    assert.throws(() => signer.signSync.call(other, picture, label), TypeError)
    await assert.rejects(async () => signer.sign.call(other, picture, label), TypeError)
  }
  assert.throws(() => trust.verifySync.call(signer, picture), TypeError)
}

// A worker thread loads the addon anew, and may be ended while it has work.
async function threads () {
  const source = `
    const { workerData: { addon, chain, key, picture } } = require('node:worker_threads')
    const { Signer } = require(addon)
    const signer = new Signer(Buffer.from(chain), Buffer.from(key))
    for (let i = 0; i < 64; i++) signer.sign(Buffer.from(picture), { origin: 'generated' })
    require('node:worker_threads').parentPort.postMessage('begun')`
  for (let i = 0; i < 4; i++) {
    const workerData = { addon, chain: read('chain.pem'), key: read('key.pem'), picture }
    const worker = new Worker(source, { eval: true, workerData })
    await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject))
    await worker.terminate()
  }
}

async function main () {
  for (const test of [signs, copies, answers, refuses, threads]) await test()
  console.log('whole: done')
}

// A Promise that nobody settles ends the program without a word, and must not pass for success.
process.exitCode = 1
main().then(() => { process.exitCode = 0 }, (error) => { console.error(error) })
