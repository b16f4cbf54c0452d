// One-page PDF with the standard Helvetica. Vietnamese marks are drawn as strokes over the base letters;
// each run carries its true text (ActualText), so that reading and searching give correct Vietnamese.

import { deflate } from './deflate.mjs';
import { letters } from './letters.mjs';

const WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
  667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
  556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
const OTHER = new Map([['–', [0x96, 556]], ['×', [0xd7, 584]], ['°', [0xb0, 400]], ['\u0131', [1, 278]]]);
const number = (x) => String(Math.round(x * 10) / 10);

function glyph(base) {
  const code = base.codePointAt(0);
  if (code >= 32 && code < 127) return [code, WIDTHS[code - 32]];
  const other = OTHER.get(base);
  if (!other) throw new Error(`no letter for "${base}"`);
  return other;
}

/** Width of a text at size 1. */
export const widthOf = (text) => letters(text).reduce((sum, letter) => sum + glyph(letter.base)[1], 0) / 1000;

function strokes({ base, marks }, width) {
  const upper = base === base.toUpperCase();
  const top = upper ? 760 : 570;
  const middle = width / 2;
  const lines = [];
  let lift = 0;
  for (const mark of ['horn', 'bar', 'dot', 'circumflex', 'breve', 'grave', 'acute', 'tilde', 'hook'].filter((m) => marks.includes(m))) {
    const y = top + lift;
    switch (mark) {
      case 'horn': lines.push([[width - 60, upper ? 640 : 440], [width + 50, upper ? 660 : 460], [width + 40, upper ? 800 : 600]]); break;
      case 'bar': lines.push(upper ? [[-10, 372], [330, 372]] : [[width * 0.48, 610], [width + 30, 610]]); break;
      case 'dot': lines.push([[middle - 25, -150], [middle + 25, -150], [middle + 25, -185], [middle - 25, -185], [middle - 25, -150]]); break;
      case 'circumflex': lines.push([[middle - 120, y + 20], [middle, y + 120], [middle + 120, y + 20]]); lift = 130; break;
      case 'breve': lines.push([[middle - 120, y + 110], [middle - 60, y + 30], [middle + 60, y + 30], [middle + 120, y + 110]]); lift = 130; break;
      case 'grave': lines.push([[middle - 80, y + 140], [middle + 30, y + 30]]); break;
      case 'acute': lines.push([[middle + 80, y + 140], [middle - 30, y + 30]]); break;
      case 'tilde': lines.push([[middle - 130, y + 40], [middle - 60, y + 100], [middle + 50, y + 40], [middle + 130, y + 100]]); break;
      default: lines.push([[middle - 60, y + 120], [middle, y + 170], [middle + 60, y + 120], [middle, y + 70], [middle, y + 25]]);
    }
  }
  return lines;
}

export class Page {
  #parts = [];

  constructor(width, height) {
    this.width = width;
    this.height = height;
  }

  /** Draws one run; y is counted from the top of the page to the base line. */
  text(x, y, size, text, { bold = false, grey = 0 } = {}) {
    const up = this.height - y;
    let codes = '';
    let at = 0;
    const marks = [];
    for (const letter of letters(text)) {
      const above = letter.marks.some((m) => m !== 'dot' && m !== 'bar');
      const [code, width] = glyph(letter.base === 'i' && above ? '\u0131' : letter.base);
      codes += code.toString(16).padStart(2, '0');
      for (const line of strokes(letter, width)) {
        const points = line.map(([px, py]) => `${number(x + ((at + px) * size) / 1000)} ${number(up + (py * size) / 1000)}`);
        marks.push(`${points[0]} m ${points.slice(1).map((p) => `${p} l`).join(' ')} S`);
      }
      at += width;
    }
    const actual = Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex').toUpperCase();
    this.#parts.push(
      `/Span << /ActualText <${actual}> >> BDC`,
      `q ${grey} g ${grey} G 1 J 1 j`,
      `BT /F ${size} Tf ${bold ? `2 Tr ${number(size * 0.03)} w` : '0 Tr'} ${number(x)} ${number(up)} Td <${codes}> Tj ET`,
      `${number(size * (bold ? 0.095 : 0.062))} w`,
      ...marks,
      'Q EMC',
    );
    return x + (at * size) / 1000;
  }

  line(x1, y1, x2, y2, width = 0.6, grey = 0.45) {
    this.#parts.push(`q ${grey} G ${width} w ${number(x1)} ${number(this.height - y1)} m ${number(x2)} ${number(this.height - y2)} l S Q`);
  }

  circle(x, y, radius, width, colour) {
    const [k, up] = [radius * 0.5523, this.height - y];
    const p = (dx, dy) => `${number(x + dx)} ${number(up + dy)}`;
    this.#parts.push(
      `q ${colour.join(' ')} RG ${width} w ${p(radius, 0)} m ${p(radius, k)} ${p(k, radius)} ${p(0, radius)} c `
      + `${p(-k, radius)} ${p(-radius, k)} ${p(-radius, 0)} c ${p(-radius, -k)} ${p(-k, -radius)} ${p(0, -radius)} c `
      + `${p(k, -radius)} ${p(radius, -k)} ${p(radius, 0)} c S Q`);
  }

  /** The whole file; the same page gives the same bytes. */
  file(title) {
    const content = deflate(Buffer.from(this.#parts.join('\n'), 'latin1')).toString('latin1');
    const heading = Buffer.from(`\ufeff${title}`, 'utf16le').swap16().toString('hex').toUpperCase();
    const objects = [
      '<< /Type /Catalog /Pages 2 0 R /Lang (vi) /ViewerPreferences << /DisplayDocTitle true >> >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${this.width} ${this.height}] /Resources << /Font << /F 4 0 R >> >> /Contents 5 0 R >>`,
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [1 /dotlessi] >> >>',
      `<< /Length ${content.length} /Filter /FlateDecode >>\nstream\n${content}\nendstream`,
      `<< /Title <${heading}> >>`,
    ];
    let body = '%PDF-1.5\n%\u00e2\u00e3\u00cf\u00d3\n';
    const places = objects.map((object, i) => {
      const place = body.length;
      body += `${i + 1} 0 obj\n${object}\nendobj\n`;
      return place;
    });
    const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
    body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
    return Buffer.from(body, 'latin1');
  }
}
