// The pictures of a dossier: the label as PNG, photographs as JPEG.

import { Canvas, LETTER } from './canvas.mjs';
import { jpeg } from './jpeg.mjs';
import { wrap } from './letters.mjs';
import { png } from './png.mjs';

const HUES = [[176, 58, 46], [20, 102, 58], [178, 110, 24], [38, 84, 124], [106, 63, 110], [120, 82, 48], [30, 120, 120], [150, 44, 90]];
const mix = (a, b, part) => a.map((v, i) => Math.round(v + (b[i] - v) * part));
const lines = (text, scale, width) => wrap(text, width, (t) => [...t.normalize('NFC')].length * LETTER * scale);

function write(canvas, x, y, scale, text, colour, width) {
  for (const line of lines(text, scale, width)) {
    canvas.text(x, y, scale, line, colour);
    y += 14 * scale;
  }
  return y;
}

export function label({ title, dossier }, seed) {
  const canvas = new Canvas(420, 300);
  const hue = HUES[seed[0] % HUES.length];
  const [paper, ink, main, pale] = [canvas.colour(250, 247, 238), canvas.colour(32, 30, 28), canvas.colour(...hue), canvas.colour(...mix(hue, [250, 247, 238], 0.75))];
  canvas.box(0, 0, 420, 300, paper);
  canvas.box(0, 0, 420, 34, main);
  canvas.text(12, 14, 2, 'SẢN PHẨM OCOP – NHÃN MẪU', paper);
  let y = write(canvas, 14, 56, 2, dossier.product.name, main, 390);
  if (dossier.product.nameEn) y = write(canvas, 14, y, 1, dossier.product.nameEn, ink, 390);
  y = write(canvas, 14, y + 6, 1, dossier.product.specification, ink, 280);
  y = write(canvas, 14, y, 1, dossier.producer.name, ink, 280);
  write(canvas, 14, y, 1, dossier.producer.address, ink, 280);
  canvas.box(306, 186, 104, 84, pale);
  for (let j = 0; j < 16; j++) {
    for (let i = 0; i < 20; i++) {
      const corner = (i < 5 || i > 14) && j < 5;
      const bit = corner ? [i % 15, j].some((v) => v === 0 || v === 4) || (i % 15 === 2 && j === 2) : (seed[(i * 7 + j * 13) % 32] >> ((i + j) % 8)) & 1;
      if (bit) canvas.box(308 + i * 5, 188 + j * 5, 5, 5, ink);
    }
  }
  canvas.text(14, 286, 1, title, main);
  return png(canvas, `${title} – ${dossier.product.name}`);
}

export function photograph({ kind, title, dossier }, seed) {
  const canvas = new Canvas(400, 272);
  const hue = HUES[seed[1] % HUES.length];
  const sky = [mix([150, 190, 225], hue, 0.1), [244, 240, 226]];
  for (let y = 0; y < 200; y++) canvas.box(0, y, 400, 1, canvas.colour(...mix(sky[0], sky[1], Math.floor(y / 8) / 25)));
  const [far, near, ink, white, main] = [[96, 128, 110], [58, 98, 62], [30, 30, 30], [255, 255, 255], hue].map((c) => canvas.colour(...c));
  const wave = (base, height, length, shift) => (x) => base - height * Math.sin((x + shift) / length) - (height / 2) * Math.sin((x + shift * 2) / (length * 0.37));
  canvas.hill(wave(120, 22, 62, seed[2]), 232, far);
  canvas.hill(wave(158, 14, 45, seed[3]), 232, near);
  if (kind === 'promotion') {
    canvas.box(70, 70, 260, 34, main);
    canvas.text(84, 84, 2, 'GIAN HÀNG OCOP', white);
    for (const x of [76, 316]) canvas.box(x, 104, 8, 100, ink);
    canvas.box(60, 168, 280, 44, canvas.colour(196, 160, 112));
    for (let i = 0; i < 9; i++) canvas.box(78 + i * 28, 168 - 14 - (seed[8 + i] % 20), 18, 14 + (seed[8 + i] % 20), canvas.colour(...HUES[seed[20 + i] % HUES.length]));
  } else if (dossier.productSet === 26) {
    canvas.box(0, 190, 400, 42, canvas.colour(84, 140, 170));
    for (let i = 0; i < 3; i++) {
      const x = 60 + i * 110 + (seed[10 + i] % 24);
      canvas.box(x, 150, 56, 36, canvas.colour(140, 100, 62));
      canvas.hill((at) => (Math.abs(at - x - 28) <= 36 ? 126 + Math.abs(at - x - 28) * 0.7 : 400), 151, main);
    }
  } else {
    canvas.box(110, 196, 180, 10, canvas.colour(150, 112, 70));
    const height = 70 + (seed[4] % 40);
    canvas.box(164, 196 - height, 72, height, main);
    for (let i = 1; i < 6; i++) canvas.box(164, 196 - height + i * Math.floor(height / 6), 72, 2, canvas.colour(...mix(hue, [255, 255, 255], 0.4)));
    canvas.disc(200, 196 - height, 36, canvas.colour(...mix(hue, [255, 244, 200], 0.35)));
    for (let i = 0; i < 7; i++) canvas.disc(176 + i * 8, 186 - height - (seed[12 + i] % 18), 9, canvas.colour(...mix(HUES[seed[12 + i] % HUES.length], hue, 0.3)));
  }
  canvas.box(0, 226, 400, 46, white);
  write(canvas, 8, 238, 1, title, ink, 384);
  write(canvas, 8, 256, 1, lines(dossier.product.name, 1, 384)[0], main, 384);
  return jpeg(canvas, `${title} – ${dossier.product.name}`);
}
