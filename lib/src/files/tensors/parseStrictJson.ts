/** A text with the colon that makes it a key, or what begins as a number does. */
const tokens = /"(?:[^"\\]|\\.)*"(\s*:)?|-?\d[\d.eE+-]*/g;
const wholeNumber = /^(?:0|-?[1-9]\d*)$/;

/**
 * JSON as the reference reader of safetensors takes it (Rust's serde_json): without a byte order mark, numbers whole and written as
 * digits, texts well-formed, no key twice.
 *
 * @throws SyntaxError or TypeError that says what is wrong
 * @example
 * parseStrictJson(Buffer.from('{"a":[2.0]}')) // throws: 2.0 must be a whole number, written as digits
 * parseStrictJson(Buffer.from('{"a":1,"a":1}')) // throws: a key must not be there twice
 */
export function parseStrictJson(bytes: Uint8Array): unknown {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  let kept = 0;
  const value: unknown = JSON.parse(text, function (this: object, _key, entry: unknown) {
    if (!Array.isArray(this)) kept++;
    return entry;
  });
  let written = 1; // the reviver also sees the whole, under the key ''
  for (const [token, colon] of text.matchAll(tokens)) {
    if (colon !== undefined) written++;
    if (token.startsWith('"')) refuseLone(token.slice(0, token.lastIndexOf('"') + 1));
    else if (!wholeNumber.test(token)) throw new SyntaxError(`${token} must be a whole number, written as digits`);
  }
  if (written > kept) throw new SyntaxError('a key must not be there twice');
  return value;
}

function refuseLone(quoted: string): void {
  if (hasLoneSurrogate(JSON.parse(quoted) as string)) throw new SyntaxError(`${quoted} must be well-formed`);
}

/**
 * Whether a text has half of a surrogate pair, which UTF-8 cannot write.
 *
 * @example
 * hasLoneSurrogate('\ud800') // => true
 */
export const hasLoneSurrogate = (text: string): boolean => /\p{Surrogate}/u.test(text);
