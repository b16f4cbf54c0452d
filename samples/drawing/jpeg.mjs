// Baseline JPEG (three components, no subsampling) with the tables of ITU-T T.81, Annex K.

const ZIGZAG = [
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
  35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
];
const QUANTA = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62,
  18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
];
const DC = { counts: [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0], values: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] };
const AC = {
  counts: [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 0x7d],
  values: [...Buffer.from(
    '01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a'
    + '434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aa'
    + 'b2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa', 'hex')],
};
const COSINE = Array.from({ length: 8 }, (_, u) => Array.from({ length: 8 }, (_, x) =>
  Math.cos(((2 * x + 1) * u * Math.PI) / 16) * (u ? 0.5 : Math.SQRT1_2 / 2)));

function codes({ counts, values }) {
  const table = new Map();
  let code = 0;
  let next = 0;
  counts.forEach((count, i) => {
    for (let k = 0; k < count; k++) table.set(values[next++], [code++, i + 1]);
    code <<= 1;
  });
  return table;
}

function transform(block) {
  const rows = new Float64Array(64);
  const out = new Float64Array(64);
  for (let y = 0; y < 8; y++) for (let u = 0; u < 8; u++) for (let x = 0; x < 8; x++) rows[y * 8 + u] += block[y * 8 + x] * COSINE[u][x];
  for (let v = 0; v < 8; v++) for (let u = 0; u < 8; u++) for (let y = 0; y < 8; y++) out[v * 8 + u] += rows[y * 8 + u] * COSINE[v][y];
  return out;
}

export function jpeg(canvas, title, quality = 40) {
  const { width, height, pixels, palette } = canvas;
  const scale = quality < 50 ? 5000 / quality : 200 - quality * 2;
  const quanta = QUANTA.map((q) => Math.min(255, Math.max(1, Math.floor((q * scale + 50) / 100))));
  const [dc, ac] = [codes(DC), codes(AC)];
  const bytes = [];
  const segment = (marker, data) => bytes.push(0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255, ...data);
  bytes.push(0xff, 0xd8);
  segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
  segment(0xfe, [...Buffer.from(title, 'utf8')]);
  segment(0xdb, [0, ...ZIGZAG.map((z) => quanta[z])]);
  segment(0xc0, [8, height >> 8, height & 255, width >> 8, width & 255, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]);
  segment(0xc4, [0x00, ...DC.counts, ...DC.values]);
  segment(0xc4, [0x10, ...AC.counts, ...AC.values]);
  segment(0xda, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]);

  let hold = 0;
  let count = 0;
  const bits = ([value, length]) => {
    for (let i = length - 1; i >= 0; i--) {
      hold = (hold << 1) | ((value >> i) & 1);
      if (++count === 8) {
        bytes.push(hold);
        if (hold === 0xff) bytes.push(0);
        hold = 0;
        count = 0;
      }
    }
  };
  const size = (value) => (value ? 32 - Math.clz32(Math.abs(value)) : 0);
  const amount = (value, length) => bits([value < 0 ? value + (1 << length) - 1 : value, length]);
  const planes = palette.map(([r, g, b]) => [
    0.299 * r + 0.587 * g + 0.114 * b - 128, -0.168736 * r - 0.331264 * g + 0.5 * b, 0.5 * r - 0.418688 * g - 0.081312 * b]);
  const before = [0, 0, 0];
  for (let top = 0; top < height; top += 8) {
    for (let left = 0; left < width; left += 8) {
      for (let plane = 0; plane < 3; plane++) {
        const block = Array.from({ length: 64 }, (_, i) => {
          const [x, y] = [Math.min(width - 1, left + (i & 7)), Math.min(height - 1, top + (i >> 3))];
          return planes[pixels[y * width + x]][plane];
        });
        const waves = transform(block);
        const levels = ZIGZAG.map((z) => Math.round(waves[z] / quanta[z]));
        const step = levels[0] - before[plane];
        before[plane] = levels[0];
        bits(dc.get(size(step)));
        amount(step, size(step));
        let zeros = 0;
        const last = levels.findLastIndex((level) => level !== 0);
        for (let i = 1; i <= last; i++) {
          if (levels[i] === 0) { zeros++; continue; }
          for (; zeros > 15; zeros -= 16) bits(ac.get(0xf0));
          bits(ac.get((zeros << 4) | size(levels[i])));
          amount(levels[i], size(levels[i]));
          zeros = 0;
        }
        if (last < 63) bits(ac.get(0));
      }
    }
  }
  while (count) bits([1, 1]);
  bytes.push(0xff, 0xd9);
  return Buffer.from(bytes);
}
