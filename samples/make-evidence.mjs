#!/usr/bin/env node
// Draws the evidence files that the dossiers of the sample folders name: node samples/make-evidence.mjs [--check]
// Everything in a file follows from the dossier it is called after, or the first that names it, so the same dossiers give the same bytes.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { letter } from './drawing/papers.mjs';
import { label, photograph } from './drawing/pictures.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const check = process.argv.includes('--check');
const FOLDERS = ['small-province', 'four-tiers', '2019', 'broken'];

// The two faults of samples/broken that lie in the evidence itself.
const NEVER_DRAWN = new Set(['broken/evidence/bad-evidence-missing-thu-nghiem.pdf']);
const WRONG_CONTENT = new Map([
  ['broken/evidence/bad-evidence-content-thu-nghiem.pdf', Buffer.from('<!DOCTYPE html>\n<title>Phiếu kết quả thử nghiệm</title>\n', 'utf8')],
]);

function dossiers(folder) {
  const all = [];
  for (const name of readdirSync(join(here, folder, 'dossiers')).sort()) {
    try {
      all.push(JSON.parse(readFileSync(join(here, folder, 'dossiers', name), 'utf8')));
    } catch {
      if (folder !== 'broken') throw new Error(`${folder}/dossiers/${name} is no JSON`);
    }
  }
  return all.sort((a, b) => (a.submittedOn + a.id < b.submittedOn + b.id ? -1 : 1));
}

/** Each named file once: what it proves for the dossier it is called after, or for the first that names it. */
function papers(folder) {
  const named = new Map();
  for (const dossier of dossiers(folder)) {
    const entries = [...dossier.evidence, ...dossier.script.flatMap((step) => step.evidence ?? [])];
    for (const entry of entries) {
      const own = (id) => entry.file.startsWith(`evidence/${id}-`);
      const known = named.get(entry.file);
      if (!known || (own(dossier.id) && !own(known.dossier.id))) named.set(entry.file, { ...entry, dossier, criteria: [] });
      const paper = named.get(entry.file);
      if (paper.dossier === dossier) paper.criteria.push(entry.criterion);
    }
  }
  return [...named.values()];
}

function draw(paper) {
  const seed = createHash('sha256').update(`${paper.dossier.id} ${paper.file}`).digest();
  if (paper.file.endsWith('.pdf')) return letter(paper, seed);
  if (paper.file.endsWith('.png')) return label(paper, seed);
  return photograph(paper, seed);
}

let written = 0;
let wrong = 0;
for (const folder of FOLDERS.filter((name) => existsSync(join(here, name)))) {
  mkdirSync(join(here, folder, 'evidence'), { recursive: true });
  const wanted = new Set();
  for (const paper of papers(folder)) {
    const name = `${folder}/${paper.file}`;
    if (NEVER_DRAWN.has(name)) continue;
    wanted.add(paper.file.slice('evidence/'.length));
    const bytes = WRONG_CONTENT.get(name) ?? draw(paper);
    const target = join(here, name);
    if (existsSync(target) && readFileSync(target).equals(bytes)) continue;
    if (check) {
      console.error(`${name} differs from what the dossiers say`);
      wrong++;
    } else writeFileSync(target, bytes);
    written++;
  }
  for (const name of readdirSync(join(here, folder, 'evidence')).filter((file) => !wanted.has(file))) {
    console.error(`${folder}/evidence/${name} is named by no dossier`);
    wrong++;
  }
}
console.log(check ? `${wrong} faults` : `${written} files written`);
process.exitCode = wrong ? 1 : 0;
