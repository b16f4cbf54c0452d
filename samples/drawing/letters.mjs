// Vietnamese letters as a base letter and its marks, so that neither PDF nor picture needs a font of its own.

const MARKS = new Map([
  ['\u0300', 'grave'], ['\u0301', 'acute'], ['\u0303', 'tilde'], ['\u0309', 'hook'], ['\u0323', 'dot'],
  ['\u0302', 'circumflex'], ['\u0306', 'breve'], ['\u031b', 'horn'],
]);

/** Splits a text into { base, marks }: base is one ASCII letter or sign, marks are names; đ is d with a bar. */
export function letters(text) {
  const out = [];
  for (const sign of text.normalize('NFD')) {
    const mark = MARKS.get(sign);
    if (mark) out.at(-1).marks.push(mark);
    else if (sign === 'đ') out.push({ base: 'd', marks: ['bar'] });
    else if (sign === 'Đ') out.push({ base: 'D', marks: ['bar'] });
    else out.push({ base: sign, marks: [] });
  }
  return out;
}

/** Lines of at most `width`, by the given measure; a word is never cut. */
export function wrap(text, width, measure) {
  const lines = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    if (line && measure(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  lines.push(line);
  return lines;
}
