// Verifies receipts with Sigstore's own verifier, which every npm from 9 on brings with it: its code checks the note's
// signature and the inclusion proof; here the receipt is only taken apart. Reads one job per line from standard input,
// "receipt <receipt file> <entry file> <log vkey>", and answers each with "ok" or "refused <reason>".
//
// Run: node verify.js "$(npm root -g)/npm/node_modules/@sigstore/verify"
'use strict';
const fs = require('fs');
const path = require('path');
const crypto = require('crypto');
const readline = require('readline');

const sigstore = process.argv[2];
const { verifyCheckpoint } = require(path.join(sigstore, 'dist/tlog/checkpoint.js'));
const { verifyMerkleInclusion } = require(path.join(sigstore, 'dist/tlog/merkle.js'));

const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

function instance(vkey) {
  const [name, id, key] = vkey.split(/\+(.{8})\+/);
  const bytes = Buffer.from(key, 'base64');
  const publicKey = crypto.createPublicKey({
    key: Buffer.concat([SPKI, bytes.subarray(1)]),
    format: 'der',
    type: 'spki',
  });
  return { baseURL: name, logID: Buffer.from(id, 'hex'), publicKey, validFor: { start: new Date(0) } };
}

function entryOf(text, entry) {
  const split = text.indexOf('\n\n');
  const lines = text.slice(0, split).split('\n');
  if (split < 0 || lines.shift() !== 'c2sp.org/tlog-proof@v1') {
    throw new Error('no tlog-proof');
  }
  if (lines[0].startsWith('extra ')) {
    lines.shift();
  }
  const index = /^index (\d+)$/.exec(lines.shift());
  if (!index) {
    throw new Error('no index');
  }
  const envelope = text.slice(split + 2);
  const [, size, root] = envelope.split('\n');
  return {
    canonicalizedBody: entry,
    logIndex: index[1],
    inclusionProof: {
      logIndex: index[1],
      treeSize: size,
      rootHash: Buffer.from(root, 'base64'),
      hashes: lines.map((line) => Buffer.from(line, 'base64')),
      checkpoint: { envelope },
    },
  };
}

function job([kind, receipt, entry, vkey]) {
  if (kind !== 'receipt') {
    throw new Error('no such job');
  }
  const logged = entryOf(fs.readFileSync(receipt, 'utf8'), fs.readFileSync(entry));
  const checkpoint = verifyCheckpoint(logged, [instance(vkey)]);
  verifyMerkleInclusion(logged, checkpoint);
}

readline.createInterface({ input: process.stdin }).on('line', (line) => {
  try {
    job(line.split(' '));
    console.log('ok');
  } catch (refused) {
    console.log('refused ' + String(refused.message).replace(/\n/g, ' '));
  }
});
