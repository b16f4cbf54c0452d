// A small picture in a palette of at most 256 colours, with a 5 × 7 letter grid that also writes Vietnamese.

import { letters } from './letters.mjs';

const GRID = '0000000000' + '00005f0000' + '0007000700' + '147f147f14' + '242a7f2a12' + '2313086462' + '3649562050' + '0008070300'
  + '001c224100' + '0041221c00' + '2a1c7f1c2a' + '08083e0808' + '0080703000' + '0808080808' + '0000606000' + '2010080402' + '3e5149453e'
  + '00427f4000' + '7249494946' + '2141494d33' + '1814127f10' + '2745454539' + '3c4a494931' + '4121110907' + '3649494936' + '464949291e'
  + '0000140000' + '0040340000' + '0008142241' + '1414141414' + '0041221408' + '0201590906' + '3e415d594e' + '7c1211127c' + '7f49494936'
  + '3e41414122' + '7f4141413e' + '7f49494941' + '7f09090901' + '3e41415173' + '7f0808087f' + '00417f4100' + '2040413f01' + '7f08142241'
  + '7f40404040' + '7f021c027f' + '7f0408107f' + '3e4141413e' + '7f09090906' + '3e4151215e' + '7f09192946' + '2649494932' + '03017f0103'
  + '3f4040403f' + '1f2040201f' + '3f4038403f' + '6314081463' + '0304780403' + '6159494d43' + '007f414141' + '0204081020' + '004141417f'
  + '0402010204' + '4040404040' + '0003070800' + '2054547840' + '7f28444438' + '3844444428' + '384444287f' + '3854545418' + '00087e0902'
  + '18a4a49c78' + '7f08040478' + '00447d4000' + '2040403d00' + '7f10284400' + '00417f4000' + '7c04780478' + '7c08040478' + '3844444438'
  + 'fc18242418' + '18242418fc' + '7c08040408' + '4854545424' + '04043f4424' + '3c4040207c' + '1c2040201c' + '3c4030403c' + '4428102844'
  + '4c9090907c' + '4464544c44';
const SAME = new Map([['–', '-'], ['×', 'x'], ['°', '*']]);
const MARK = {
  grave: [[1, -3], [2, -2]], acute: [[3, -3], [2, -2]], hook: [[2, -4], [3, -3], [2, -2]], tilde: [[0, -2], [1, -3], [2, -2], [3, -3]],
  circumflex: [[1, -2], [2, -3], [3, -2]], breve: [[0, -3], [1, -2], [2, -2], [3, -3]],
};
export const LETTER = 6;

export class Canvas {
  constructor(width, height) {
    this.width = width;
    this.height = height;
    this.pixels = new Uint8Array(width * height);
    this.palette = [];
  }

  colour(red, green, blue) {
    const known = this.palette.findIndex((c) => c[0] === red && c[1] === green && c[2] === blue);
    return known >= 0 ? known : this.palette.push([red, green, blue]) - 1;
  }

  dot(x, y, colour) {
    if (x >= 0 && y >= 0 && x < this.width && y < this.height) this.pixels[y * this.width + x] = colour;
  }

  box(x, y, width, height, colour) {
    for (let j = y; j < y + height; j++) for (let i = x; i < x + width; i++) this.dot(i, j, colour);
  }

  disc(x, y, radius, colour) {
    for (let j = -radius; j <= radius; j++) {
      for (let i = -radius; i <= radius; i++) if (i * i + j * j <= radius * radius) this.dot(x + i, y + j, colour);
    }
  }

  /** Fills below the line `top(x)`. */
  hill(top, bottom, colour) {
    for (let x = 0; x < this.width; x++) for (let y = Math.round(top(x)); y < bottom; y++) this.dot(x, y, colour);
  }

  text(x, y, scale, text, colour) {
    const put = (i, j) => this.box(x + i * scale, y + j * scale, scale, scale, colour);
    for (const { base, marks } of letters(text)) {
      const place = (SAME.get(base) ?? base).charCodeAt(0) - 32;
      if (!(place >= 0 && place < GRID.length / 10)) throw new Error(`no letter for "${base}"`);
      const above = Object.keys(MARK).filter((m) => marks.includes(m));
      for (let i = 0; i < 5; i++) {
        let column = parseInt(GRID.slice(place * 10 + i * 2, place * 10 + i * 2 + 2), 16);
        if (base === 'i' && above.length) column &= 0xfe;
        for (let j = 0; j < 8; j++) if (column & (1 << j)) put(i, j);
      }
      const upper = base === base.toUpperCase();
      let top = upper ? 1 : 3;
      for (const mark of ['circumflex', 'breve', 'grave', 'acute', 'tilde', 'hook'].filter((m) => above.includes(m))) {
        for (const [i, j] of MARK[mark]) put(i, top + j);
        if (mark === 'circumflex' || mark === 'breve') top -= 2;
      }
      if (marks.includes('dot')) put(2, 8);
      if (marks.includes('horn')) [[5, upper ? 0 : 2], [5, upper ? -1 : 1]].forEach(([i, j]) => put(i, j));
      if (marks.includes('bar')) (upper ? [[-1, 3], [1, 3], [2, 3]] : [[3, 1], [5, 1]]).forEach(([i, j]) => put(i, j));
      x += LETTER * scale;
    }
  }
}
