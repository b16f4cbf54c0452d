// A zlib stream with fixed codes, written here so that the bytes do not depend on the zlib of the machine.

const LENGTHS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];

class Bits {
  bytes = [];
  #hold = 0;
  #count = 0;

  low(value, length) {
    for (let i = 0; i < length; i++) {
      this.#hold |= ((value >> i) & 1) << this.#count;
      if (++this.#count === 8) this.flush();
    }
  }

  high(value, length) {
    for (let i = length - 1; i >= 0; i--) this.low((value >> i) & 1, 1);
  }

  flush() {
    if (this.#count) this.bytes.push(this.#hold);
    this.#hold = this.#count = 0;
  }
}

function symbol(bits, s) {
  if (s < 144) bits.high(0x30 + s, 8);
  else if (s < 256) bits.high(0x190 + s - 144, 9);
  else if (s < 280) bits.high(s - 256, 7);
  else bits.high(0xc0 + s - 280, 8);
}

function match(bits, length, distance) {
  const place = LENGTHS.findLastIndex((l) => l <= length);
  symbol(bits, 257 + place);
  bits.low(length - LENGTHS[place], LENGTH_BITS[place]);
  if (distance <= 4) {
    bits.high(distance - 1, 5);
    return;
  }
  const extra = 31 - Math.clz32(distance - 1) - 1;
  bits.high(extra * 2 + ((distance - 1) >> extra), 5);
  bits.low((distance - 1) & ((1 << extra) - 1), extra);
}

export function deflate(data) {
  const bits = new Bits();
  bits.low(1, 1);
  bits.low(1, 2);
  const seen = new Map();
  const key = (at) => data[at] | (data[at + 1] << 8) | (data[at + 2] << 16);
  const remember = (at) => {
    if (at + 2 >= data.length) return;
    const places = seen.get(key(at));
    if (!places) seen.set(key(at), [at]);
    else if (places.push(at) > 48) places.shift();
  };
  for (let at = 0; at < data.length;) {
    let [length, distance] = [2, 0];
    for (const place of at + 2 < data.length ? seen.get(key(at)) ?? [] : []) {
      if (at - place > 32768) continue;
      let n = 3;
      while (n < 258 && at + n < data.length && data[place + n] === data[at + n]) n++;
      if (n >= length) [length, distance] = [n, at - place];
    }
    if (!distance) {
      symbol(bits, data[at]);
      remember(at++);
      continue;
    }
    match(bits, length, distance);
    for (const end = at + length; at < end; at++) remember(at);
  }
  symbol(bits, 256);
  bits.flush();
  let [a, b] = [1, 0];
  for (const byte of data) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return Buffer.from([0x78, 0x01, ...bits.bytes, b >> 8, b & 255, a >> 8, a & 255]);
}
